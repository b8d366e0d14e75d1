package io.patchbay.platform.ratelimit;

import io.patchbay.platform.jdbc.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts tries in fixed windows of time, in the database, so that it does not matter which instance is asked. To be called
 * outside transactions: a try counts whatever becomes of it.
 */
@Component
public class RateLimits {

    private final JdbcClient jdbc;
    private final Clock clock;

    RateLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What came of a try.
     *
     * @param allowed whether it may go on
     * @param firstRefusal whether it is the first one too many in this window, of which a log should tell
     * @param retryAfter when the window ends
     */
    public record Verdict(boolean allowed, boolean firstRefusal, Duration retryAfter) {}

    /**
     * Counts a try in each of the buckets; it is allowed only where every one of them has room.
     *
     * @param buckets for example one for the person and one for the address
     * @param atMost tries in a window
     */
    public Verdict take(List<String> buckets, int atMost, Duration window) {
        var now = clock.instant();
        var start = Instant.ofEpochSecond(now.getEpochSecond() - now.getEpochSecond() % window.toSeconds());
        var most = buckets.stream().mapToInt(bucket -> hit(bucket, start)).max().orElse(0);
        return new Verdict(most <= atMost, most == atMost + 1, Duration.between(now, start.plus(window)));
    }

    /** Forgets windows that began before this. */
    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from rate_limit where window_start < ?")
                .param(Timestamps.utc(instant))
                .update();
    }

    private int hit(String bucket, Instant start) {
        return jdbc.sql("""
                        insert into rate_limit (bucket, window_start, hits) values (?, ?, 1)
                        on conflict (bucket, window_start) do update set hits = rate_limit.hits + 1
                        returning hits
                        """)
                .params(bucket, Timestamps.utc(start))
                .query(Integer.class)
                .single();
    }
}

package io.patchbay.monitoring.instance;

import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.jdbc.Timestamps;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down that this instance is alive from the time on at which it serves, and takes itself out when it stops. */
@Component
public class Instances implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration ALIVE = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final UUID id;
    private final String version;
    private final Instant startedAt;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("instance-heart").factory());
    private volatile boolean running;

    Instances(JdbcClient jdbc, Clock clock, Identifiers identifiers, ObjectProvider<BuildProperties> build) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.id = identifiers.next();
        this.startedAt = clock.instant();
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("-");
    }

    /** Those that were heard of within a day, the newest first. */
    public List<Instance> all() {
        var now = clock.instant();
        return jdbc.sql("""
                        select instance_id, host, version, started_at, seen_at from portal_instance
                        where seen_at > ? order by started_at desc, instance_id
                        """)
                .param(Timestamps.utc(now.minus(REMEMBERED)))
                .query((row, number) -> {
                    var seen = Timestamps.instant(row, "seen_at");
                    return new Instance(
                            row.getString("host"),
                            row.getString("version"),
                            Timestamps.instant(row, "started_at"),
                            seen,
                            seen.isAfter(now.minus(ALIVE)),
                            id.equals(row.getObject("instance_id", UUID.class)));
                })
                .list();
    }

    /** Says that this instance is alive, and forgets those of which nothing was heard for a day. */
    void beat() {
        try {
            var now = clock.instant();
            jdbc.sql("""
                            insert into portal_instance (instance_id, host, version, started_at, seen_at) values (?, ?, ?, ?, ?)
                            on conflict on constraint portal_instance_pk do update set seen_at = excluded.seen_at
                            """)
                    .param(id)
                    .param(host())
                    .param(version)
                    .param(Timestamps.utc(startedAt))
                    .param(Timestamps.utc(now))
                    .update();
            jdbc.sql("delete from portal_instance where seen_at < ?")
                    .param(Timestamps.utc(now.minus(REMEMBERED)))
                    .update();
        } catch (DataAccessException e) {
            LOG.debug("This instance could not say that it is alive", e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "-";
        }
    }

    @Override
    public void start() {
        running = true;
        heart.scheduleWithFixedDelay(this::beat, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        heart.shutdownNow();
        try {
            jdbc.sql("delete from portal_instance where instance_id = ?")
                    .param(id)
                    .update();
        } catch (DataAccessException e) {
            LOG.debug("This instance could not take itself out", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After everything else, the server included. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

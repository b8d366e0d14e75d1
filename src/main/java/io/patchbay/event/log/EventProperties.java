package io.patchbay.event.log;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The event log.
 *
 * @param keySecret with what entries are sealed and what streaming needs is encrypted, at least 32 characters; entries sealed
 *     under another secret look changed, so keep it
 * @param retentionDays how long a company's log is kept unless it chose otherwise
 * @param retentionAtMost the longest that a company may choose, in days
 * @param sealEvery how often new entries are sealed; only sealed entries are streamed
 */
@ConfigurationProperties("patchbay.event")
public record EventProperties(
        @Nullable String keySecret,
        @DefaultValue("365") int retentionDays,
        @DefaultValue("3650") int retentionAtMost,
        @DefaultValue("5s") Duration sealEvery) {

    public static final int RETENTION_AT_LEAST = 30;
    private static final int LONGEST_RETENTION = 3_650;
    private static final int SHORTEST_SECRET = 32;

    public EventProperties {
        if (keySecret == null || keySecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("Set patchbay.event.key-secret to a random text of at least"
                    + " 32 characters and keep it: the entries of the event log are sealed with it");
        }
        if (retentionAtMost < RETENTION_AT_LEAST || retentionAtMost > LONGEST_RETENTION) {
            throw new IllegalArgumentException("Set patchbay.event.retention-at-most to 30 to 3650 days");
        }
        if (retentionDays < RETENTION_AT_LEAST || retentionDays > retentionAtMost) {
            throw new IllegalArgumentException(
                    "Set patchbay.event.retention-days to 30 days or more, not above patchbay.event.retention-at-most");
        }
    }

    String secret() {
        return keySecret == null ? "" : keySecret;
    }

    @Override
    public String toString() {
        return "EventProperties[retentionDays=%d, retentionAtMost=%d]".formatted(retentionDays, retentionAtMost);
    }
}

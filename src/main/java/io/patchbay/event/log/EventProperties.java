package io.patchbay.event.log;

import io.patchbay.platform.crypto.KeySecret;
import io.patchbay.platform.crypto.SecretBox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The event log.
 *
 * @param keySecret Required. Random text of at least 32 characters with which entries of the event log are sealed and
 *     the secrets of event streaming are encrypted. Keep it: entries that were sealed under another secret look
 *     changed.
 * @param signingSecret Random text of at least 32 characters from which the Ed25519 key is made that signs heads of the event
 *     log; made from {@code key-secret} unless set. Set another one to change the key.
 * @param retiredKeys The {@code x} values of former signing keys, so that what they signed can still be checked.
 * @param headFile File to which signed heads of all event logs are appended every hour, on storage that cannot be
 *     overwritten. Not written unless set.
 * @param previousKeySecret The key secret before, while it is being replaced ({@code --rotate-keys}): what it sealed and encrypted
 *     can still be read.
 * @param retentionDays Days for which a company's events are kept, unless it chose another number; 30 or more.
 * @param retentionAtMost Largest number of days that a company can choose, 30 to 3650.
 * @param sealEvery How often new events are sealed. Only sealed events are streamed and read through the API.
 */
@ConfigurationProperties("patchbay.event")
public record EventProperties(
        @Nullable String keySecret,
        @Nullable String signingSecret,
        @DefaultValue List<String> retiredKeys,
        @Nullable Path headFile,
        @Nullable String previousKeySecret,
        @DefaultValue("365") int retentionDays,
        @DefaultValue("3650") int retentionAtMost,
        @DefaultValue("5s") Duration sealEvery) {

    public static final int RETENTION_AT_LEAST = 30;
    private static final int LONGEST_RETENTION = 3_650;
    private static final int SHORTEST_SECRET = 32;

    public EventProperties {
        if (keySecret == null || keySecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("Set patchbay.event.key-secret to a random text of at least"
                    + " 32 characters and don't change it later: the entries of the event log are sealed with it");
        }
        if (signingSecret != null && signingSecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "Set patchbay.event.signing-secret to a random text of at least 32 characters, or leave it out");
        }
        if (retentionAtMost < RETENTION_AT_LEAST || retentionAtMost > LONGEST_RETENTION) {
            throw new IllegalArgumentException("Set patchbay.event.retention-at-most to a value from 30 to 3650 days");
        }
        if (retentionDays < RETENTION_AT_LEAST || retentionDays > retentionAtMost) {
            throw new IllegalArgumentException(
                    "Set patchbay.event.retention-days to 30 days or more, not above patchbay.event.retention-at-most");
        }
    }

    SecretBox box() {
        return new KeySecret("patchbay.event.key-secret", keySecret == null ? "" : keySecret, previousKeySecret).box();
    }

    /** The secret of which the key is made that signs heads. */
    public String signing() {
        return Objects.requireNonNullElse(signingSecret, Objects.requireNonNullElse(keySecret, ""));
    }

    @Override
    public String toString() {
        return "EventProperties[retentionDays=%d, retentionAtMost=%d]".formatted(retentionDays, retentionAtMost);
    }
}

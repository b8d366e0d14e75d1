package io.patchbay.notification.channel;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Notifications.
 *
 * @param keySecret Required. Random text of at least 32 characters with which addresses and secrets of channels are
 *     encrypted. Keep it: channels that were created under another secret cannot be used.
 */
@ConfigurationProperties("patchbay.notification")
public record NotificationProperties(@Nullable String keySecret) {

    private static final int SHORTEST_SECRET = 32;

    public NotificationProperties {
        if (keySecret == null || keySecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "Set patchbay.notification.key-secret to a random text of at least"
                            + " 32 characters and don't change it later: addresses and secrets of channels are encrypted with it");
        }
    }

    public String secret() {
        return keySecret == null ? "" : keySecret;
    }

    @Override
    public String toString() {
        return "NotificationProperties[]";
    }
}

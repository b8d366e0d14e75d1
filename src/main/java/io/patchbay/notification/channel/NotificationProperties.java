package io.patchbay.notification.channel;

import io.patchbay.platform.crypto.KeySecret;
import io.patchbay.platform.crypto.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Notifications.
 *
 * @param keySecret Required. Random text of at least 32 characters with which addresses and secrets of channels are
 *     encrypted. Keep it: channels that were created under another secret cannot be used.
 * @param previousKeySecret The key secret before, while it is being replaced ({@code --rotate-keys}): what it encrypted and signed
 *     can still be read.
 */
@ConfigurationProperties("patchbay.notification")
public record NotificationProperties(
        @Nullable String keySecret, @Nullable String previousKeySecret) {

    private static final int SHORTEST_SECRET = 32;

    public NotificationProperties {
        if (keySecret == null || keySecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "Set patchbay.notification.key-secret to a random text of at least"
                            + " 32 characters and don't change it later: addresses and secrets of channels are encrypted with it");
        }
    }

    SecretBox box() {
        return new KeySecret("patchbay.notification.key-secret", keySecret == null ? "" : keySecret, previousKeySecret)
                .box();
    }

    @Override
    public String toString() {
        return "NotificationProperties[]";
    }
}

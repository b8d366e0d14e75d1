package io.patchbay.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that went or is to go through a channel.
 *
 * @param status {@code PENDING}, {@code DELIVERED} or {@code GIVEN_UP}
 * @param result what the receiver answered last, null before the first try
 */
public record DeliveryView(
        String title,
        Instant at,
        String status,
        int attempts,
        @Nullable String result) {}

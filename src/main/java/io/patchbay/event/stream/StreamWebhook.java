package io.patchbay.event.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a company's events are sent.
 *
 * @param address encrypted
 * @param secret encrypted
 * @param deliveredSeq number of the last event that the receiver took
 */
public record StreamWebhook(
        String receiver,
        byte[] address,
        byte[] secret,
        long deliveredSeq,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant pausedAt,
        String createdBy,
        Instant createdAt,
        int version) {}

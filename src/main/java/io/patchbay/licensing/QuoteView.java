package io.patchbay.licensing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quote as its pages show it.
 *
 * @param company the company it was asked for from within the portal, null for somebody who was not signed in
 * @param plan the plan's identifier
 * @param planName the plan's name
 * @param answer why it was declined
 * @param key the license key it was answered with
 * @param keyUsed whether that was activated
 */
public record QuoteView(
        UUID id,
        String reference,
        @Nullable UUID company,
        String companyName,
        String contactName,
        String email,
        int devices,
        String plan,
        String planName,
        String message,
        QuoteStatus status,
        Instant requestedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable UUID key,
        boolean keyUsed) {

    /** How far a quote has come. */
    public enum QuoteStatus {
        REQUESTED,
        ANSWERED,
        DECLINED
    }

    /** Whether it still waits for an answer. */
    public boolean waiting() {
        return status == QuoteStatus.REQUESTED;
    }

    /** Whether it was answered with a key that waits to be activated. */
    public boolean keyWaits() {
        return status == QuoteStatus.ANSWERED && !keyUsed;
    }
}

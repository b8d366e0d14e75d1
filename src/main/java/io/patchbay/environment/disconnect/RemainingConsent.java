package io.patchbay.environment.disconnect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the consent after a disconnect.
 *
 * @param watched whether Patchbay checks by itself, for now, whether it was revoked
 * @param watchedUntil until when it does; null where nobody asked for it
 * @param checkedAt when that was last checked
 * @param revokedAt when Microsoft was first seen to refuse tokens for the tenant
 */
public record RemainingConsent(
        boolean watched,
        @Nullable Instant watchedUntil,
        @Nullable Instant checkedAt,
        @Nullable Instant revokedAt) {

    /** What a look at Microsoft says. */
    public enum Answer {
        /** Microsoft gives no tokens for the tenant any more. */
        GONE,
        /** Microsoft still gives tokens. */
        THERE,
        /** Microsoft gives none for another reason, such as a policy; the enterprise application may still be there. */
        WITHHELD,
        /** Microsoft could not be asked, or Patchbay's own credential is refused. */
        NOT_KNOWN
    }
}

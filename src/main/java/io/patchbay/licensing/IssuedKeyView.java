package io.patchbay.licensing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued key as the vendor's staff see it.
 *
 * @param boundTo the only company that may activate it, null for a bearer key
 * @param company the company that activated it
 * @param environmentName where it is active now
 */
public record IssuedKeyView(
        UUID id,
        String ending,
        String plan,
        int devices,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable UUID boundTo,
        @Nullable UUID company,
        @Nullable String companyName,
        @Nullable String environmentName,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        KeyStatus status) {

    /** Whether it is good for anything. */
    public enum KeyStatus {
        UNUSED,
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    /** Whether it may be revoked. */
    public boolean revocable() {
        return status != KeyStatus.REVOKED;
    }
}

package io.patchbay.company.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits to be let in.
 *
 * @param renewedAt when they last reminded of it, null for never
 */
public record AccessRequestView(
        UUID id,
        String name,
        String email,
        String reason,
        Instant requestedAt,
        @Nullable Instant renewedAt) {}

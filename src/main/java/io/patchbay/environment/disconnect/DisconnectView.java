package io.patchbay.environment.disconnect;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a disconnect stands.
 *
 * @param removed how many pieces are gone
 * @param left how many stay behind
 * @param total how many pieces there are
 * @param appsLeft how many of those left are applications that are still in the tenant, as far as is known
 * @param connectedAgain whether the tenant is connected again
 * @param finishedAt null while it runs
 */
public record DisconnectView(
        UUID id,
        EnvironmentId environment,
        UUID tenantId,
        String tenantName,
        String by,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        int removed,
        int left,
        int total,
        int appsLeft,
        boolean connectedAgain) {

    /** From the request to the end; null while it runs. */
    public @Nullable Duration took() {
        return finishedAt == null ? null : Duration.between(requestedAt, finishedAt);
    }

    /** Whether it is over. */
    public boolean finished() {
        return finishedAt != null;
    }

    /** How many pieces are dealt with. */
    public int dealtWith() {
        return removed + left;
    }
}

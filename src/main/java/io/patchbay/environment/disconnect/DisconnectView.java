package io.patchbay.environment.disconnect;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a disconnect stands.
 *
 * @param removed how many pieces are gone
 * @param left what stays behind, and why
 * @param total how many pieces there are
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
        List<LeftBehind> left,
        int total,
        boolean connectedAgain) {

    /** A piece that stays behind. */
    public record LeftBehind(String kind, String reference, String name, String reason) {

        /** Its reference, where that is an identifier that people may meet elsewhere; null where it is ours alone. */
        public @Nullable String identifier() {
            return reference.contains("/") ? null : reference;
        }
    }

    /** Whether it is over. */
    public boolean finished() {
        return finishedAt != null;
    }

    /** How many pieces are dealt with. */
    public int dealtWith() {
        return removed + left.size();
    }
}

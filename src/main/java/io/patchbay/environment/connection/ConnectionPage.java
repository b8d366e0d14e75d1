package io.patchbay.environment.connection;

import io.patchbay.environment.HealthView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection with everything that its own page shows.
 *
 * @param known when a check last came to a conclusion
 * @param tried when a check was last made
 * @param awaited whether somebody waits for a check
 */
public record ConnectionPage(
        UUID tenantId,
        String tenantName,
        String primaryDomain,
        @Nullable Integer managedDevices,
        @Nullable Instant devicesCountedAt,
        Instant connectedAt,
        String connectedBy,
        String approvedBy,
        HealthView health,
        @Nullable Instant known,
        @Nullable Instant tried,
        boolean awaited,
        boolean paused,
        List<PermissionRow> permissions,
        List<FeatureRow> features) {

    /** The permissions that a reconnect would bring back, those deliberately done without among them. */
    public List<PermissionRow> toBeGranted() {
        return permissions.stream()
                .filter(row -> row.status() != PermissionRow.PermissionStatus.GRANTED)
                .toList();
    }

    /** Whether the last check came to no conclusion, so that what is known is older than it. */
    public boolean knownForLonger() {
        return known != null && tried != null && known.isBefore(tried);
    }

    /** Whether a reconnect would undo a deliberate reduction. */
    public boolean undoesWaivers() {
        return permissions.stream().anyMatch(row -> row.status() == PermissionRow.PermissionStatus.WAIVED);
    }
}

package io.patchbay.environment;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An environment as its pages show it.
 *
 * @param connection its Intune connection, null while there is none
 */
public record EnvironmentView(
        EnvironmentId id,
        String name,
        Instant createdAt,
        @Nullable ConnectionView connection) {

    /** Its Intune connection. */
    public record ConnectionView(
            UUID tenantId,
            String tenantName,
            String primaryDomain,
            Instant connectedAt,
            String connectedBy,
            String approvedBy,
            @Nullable Integer managedDevices,
            HealthView health) {}

    /** Whether an Intune tenant is connected. */
    public boolean connected() {
        return connection != null;
    }
}

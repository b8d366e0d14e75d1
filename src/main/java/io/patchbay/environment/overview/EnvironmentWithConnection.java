package io.patchbay.environment.overview;

import io.patchbay.environment.connection.ConnectionState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the pages read of an environment and its connection.
 *
 * @param state null where there is no connection, as is everything else about it
 */
record EnvironmentWithConnection(
        UUID environmentId,
        String name,
        Instant createdAt,
        @Nullable UUID tenantId,
        @Nullable String tenantName,
        @Nullable String primaryDomain,
        @Nullable Instant connectedAt,
        @Nullable String connectedBy,
        @Nullable String approvedBy,
        @Nullable Integer managedDevices,
        @Nullable ConnectionState state) {}

package io.patchbay.licensing;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What licensing needs to know of an environment.
 *
 * @param tenantId the Intune tenant connected, null without a connection
 * @param managedDevices how many devices Intune manages there, null where that is not known
 */
public record LicensedEnvironment(
        EnvironmentId id,
        String name,
        @Nullable UUID tenantId,
        @Nullable Integer managedDevices) {}

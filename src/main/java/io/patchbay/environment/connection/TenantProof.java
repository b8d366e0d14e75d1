package io.patchbay.environment.connection;

import io.patchbay.microsoft.graph.Organization;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was proven about a tenant's consent.
 *
 * @param organization the tenant as Microsoft Graph describes it
 * @param granted the application permissions granted, by name
 * @param managedDevices how many devices Intune manages there, null where that could not be read
 */
public record TenantProof(
        Organization organization,
        Set<String> granted,
        @Nullable Integer managedDevices) {}

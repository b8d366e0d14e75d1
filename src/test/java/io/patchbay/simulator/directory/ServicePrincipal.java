package io.patchbay.simulator.directory;

import java.util.Set;
import java.util.UUID;

/**
 * The application as it stands in a tenant ("enterprise application").
 *
 * @param granted application permissions that an administrator has granted
 */
public record ServicePrincipal(UUID id, boolean enabled, Set<Permission> granted) {

    ServicePrincipal enabled(boolean value) {
        return new ServicePrincipal(id, value, granted);
    }

    ServicePrincipal granting(Set<Permission> permissions) {
        return new ServicePrincipal(id, enabled, Set.copyOf(permissions));
    }
}

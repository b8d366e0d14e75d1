package io.patchbay.simulator.directory;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account in a tenant.
 *
 * @param tenant the tenant whose account this is
 * @param id the object id ({@code oid}) in that tenant
 * @param homeTenant where a guest comes from; null for a member
 * @param roles active directory roles
 * @param appRoles roles assigned on the registered application
 */
public record Person(
        UUID tenant,
        UUID id,
        String userPrincipalName,
        String displayName,
        @Nullable UUID homeTenant,
        Set<DirectoryRole> roles,
        Set<String> appRoles) {

    static Person member(
            UUID tenant, String userPrincipalName, String name, Set<DirectoryRole> roles, Set<String> appRoles) {
        return new Person(tenant, objectId(tenant, userPrincipalName), userPrincipalName, name, null, roles, appRoles);
    }

    static Person guest(UUID tenant, String userPrincipalName, String name, UUID homeTenant) {
        return new Person(
                tenant, objectId(tenant, userPrincipalName), userPrincipalName, name, homeTenant, Set.of(), Set.of());
    }

    static UUID objectId(UUID tenant, String name) {
        return UUID.nameUUIDFromBytes((tenant + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    public boolean isGuest() {
        return homeTenant != null;
    }

    public boolean mayConsentForOrganization() {
        return roles.stream().anyMatch(DirectoryRole::mayConsentForOrganization);
    }
}

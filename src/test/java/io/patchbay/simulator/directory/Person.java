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
 * @param home a guest's account in the tenant where he comes from; null for a member
 * @param roles active directory roles
 * @param appRoles roles assigned on the registered application
 */
public record Person(
        UUID tenant,
        UUID id,
        String userPrincipalName,
        String displayName,
        @Nullable Person home,
        Set<DirectoryRole> roles,
        Set<String> appRoles) {

    static Person member(
            UUID tenant, String userPrincipalName, String name, Set<DirectoryRole> roles, Set<String> appRoles) {
        return new Person(tenant, objectId(tenant, userPrincipalName), userPrincipalName, name, null, roles, appRoles);
    }

    /**
     * Somebody of another tenant as this one knows him: he signs in with his account at home, and is named after it here.
     *
     * @param domain of the tenant that he is a guest of, with its at sign
     */
    static Person guest(UUID tenant, String domain, Person home, Set<DirectoryRole> roles) {
        String name = home.userPrincipalName().replace('@', '_') + "#EXT#" + domain;
        return new Person(tenant, objectId(tenant, name), name, home.displayName(), home, roles, Set.of());
    }

    static UUID objectId(UUID tenant, String name) {
        return UUID.nameUUIDFromBytes((tenant + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** What he types to sign in, and what applications show of him: a guest's is that of his account at home. */
    public String signInName() {
        return home == null ? userPrincipalName : home.userPrincipalName();
    }

    /** The account that he signs in with: a guest's is at home. */
    public Person account() {
        return home == null ? this : home;
    }

    public boolean isGuest() {
        return home != null;
    }

    public boolean mayConsentForOrganization() {
        return roles.stream().anyMatch(DirectoryRole::mayConsentForOrganization);
    }
}

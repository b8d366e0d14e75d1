package io.patchbay.environment;

import java.util.EnumSet;
import java.util.Set;

/** What Patchbay does in a tenant, and the permissions that it takes: the one table from which everything else follows. */
public enum Feature {
    DEPLOYMENTS(
            true,
            RequiredPermission.APPS_READ_WRITE,
            RequiredPermission.GROUP_MEMBER_READ,
            RequiredPermission.CONFIGURATION_READ),
    ROLE_SCOPE_TAGS(true, RequiredPermission.RBAC_READ),
    GROUP_ACCESS(false, RequiredPermission.GROUP_MEMBER_READ, RequiredPermission.USER_READ),
    DOMAINS(false, RequiredPermission.DOMAIN_READ),
    DEVICE_COUNT(false, RequiredPermission.MANAGED_DEVICES_READ);

    private final boolean writes;
    private final Set<RequiredPermission> permissions;

    Feature(boolean writes, RequiredPermission first, RequiredPermission... others) {
        this.writes = writes;
        this.permissions = EnumSet.of(first, others);
    }

    /** Whether it writes to the tenant, which a pause forbids. */
    public boolean writes() {
        return writes;
    }

    /** The permissions that it takes, all of them. */
    public Set<RequiredPermission> permissions() {
        return permissions;
    }
}

package io.patchbay.company;

import io.patchbay.platform.access.Capability;
import java.util.EnumSet;
import java.util.Set;

/** What a member of a company is; access management comes on top of Full Admin. */
public enum Role {
    READ_ONLY_ADMIN(
            "Read-Only Admin",
            EnumSet.of(
                    Capability.VIEW_CATALOG,
                    Capability.VIEW_DEPLOYMENTS,
                    Capability.VIEW_EVENTS,
                    Capability.VIEW_ENVIRONMENTS,
                    Capability.VIEW_BANNERS,
                    Capability.VIEW_COMPANY,
                    Capability.VIEW_NOTIFICATIONS,
                    Capability.VIEW_USERS)),
    INTUNE_APP_ADMIN(
            "Intune App Admin",
            EnumSet.of(
                    Capability.VIEW_CATALOG,
                    Capability.VIEW_DEPLOYMENTS,
                    Capability.MANAGE_DEPLOYMENTS,
                    Capability.VIEW_EVENTS,
                    Capability.VIEW_ENVIRONMENTS,
                    Capability.VIEW_COMPANY,
                    Capability.MANAGE_ENVIRONMENTS,
                    Capability.CONNECT_INTUNE,
                    Capability.MANAGE_LICENSES,
                    Capability.VIEW_BANNERS,
                    Capability.MANAGE_BANNERS,
                    Capability.VIEW_NOTIFICATIONS,
                    Capability.MANAGE_NOTIFICATIONS)),
    FULL_ADMIN(
            "Full Admin",
            EnumSet.of(
                    Capability.VIEW_CATALOG,
                    Capability.VIEW_DEPLOYMENTS,
                    Capability.MANAGE_DEPLOYMENTS,
                    Capability.VIEW_EVENTS,
                    Capability.VIEW_ENVIRONMENTS,
                    Capability.VIEW_COMPANY,
                    Capability.MANAGE_ENVIRONMENTS,
                    Capability.CONNECT_INTUNE,
                    Capability.MANAGE_COMPANY,
                    Capability.WAIVE_PERMISSIONS,
                    Capability.MANAGE_LICENSES,
                    Capability.VIEW_BANNERS,
                    Capability.MANAGE_BANNERS,
                    Capability.VIEW_NOTIFICATIONS,
                    Capability.MANAGE_NOTIFICATIONS));

    private final String label;
    private final Set<Capability> capabilities;

    Role(String label, Set<Capability> capabilities) {
        this.label = label;
        this.capabilities = capabilities;
    }

    /** The name shown. */
    public String label() {
        return label;
    }

    /** The role with or without access management, as it is shown. */
    public String label(boolean accessManagement) {
        return accessManagement ? label + " with Access Management" : label;
    }

    /** What the role may do, with or without access management. */
    public Set<Capability> capabilities(boolean accessManagement) {
        var all = EnumSet.copyOf(capabilities);
        if (accessManagement) {
            all.add(Capability.VIEW_USERS);
            all.add(Capability.MANAGE_ACCESS);
        }
        return all;
    }
}

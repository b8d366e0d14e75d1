package io.patchbay.platform.access;

import java.util.Arrays;
import java.util.Optional;

/** What somebody of the vendor's own staff is, by app role of Patchbay's app registration in the vendor's tenant. */
public enum StaffRole {
    SUPPORT("Support"),
    SALES("Sales"),
    OPERATOR("Operator");

    private final String appRole;

    StaffRole(String appRole) {
        this.appRole = appRole;
    }

    /** The value of the app role. */
    public String appRole() {
        return appRole;
    }

    /** Whether somebody in this role may do what the other one is for: support sees how the installation is, too. */
    public boolean covers(StaffRole other) {
        return this == other || this == SUPPORT && other == OPERATOR;
    }

    /** The role that an app role stands for. */
    public static Optional<StaffRole> of(String appRole) {
        return Arrays.stream(values())
                .filter(role -> role.appRole.equals(appRole))
                .findFirst();
    }
}

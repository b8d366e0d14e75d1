package io.patchbay.group.role;

import io.patchbay.company.Role;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.UUID;

/**
 * A security group that gives access, as its page shows it.
 *
 * @param groupId its object ID in Entra ID
 * @param gone whether it was deleted there
 */
public record GroupView(
        UUID id,
        EnvironmentId environment,
        UUID tenantId,
        UUID groupId,
        String name,
        Role role,
        boolean accessManagement,
        boolean gone) {

    static GroupView of(GroupRole group) {
        return new GroupView(
                group.id(),
                group.environment(),
                group.tenantId(),
                group.groupId(),
                group.name(),
                group.role(),
                group.accessManagement(),
                group.gone());
    }

    /** The role as it is shown. */
    public String roleLabel() {
        return role.label(accessManagement);
    }
}

package io.patchbay.group.role;

import io.patchbay.company.Role;
import java.util.UUID;

/**
 * A security group to be let in.
 *
 * @param groupId its object ID in Entra ID
 * @param role what its members shall be
 * @param accessManagement whether they also decide who may come in; with Full Admin only
 */
public record NewGroup(UUID groupId, Role role, boolean accessManagement) {}

package io.patchbay.group.web;

import io.patchbay.company.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of the tenant as it is offered.
 *
 * @param there whether it gives access already
 */
public record AvailableGroup(
        UUID id,
        String name,
        @Nullable String description,
        boolean there,
        boolean ticked,
        Role role,
        boolean accessManagement) {}

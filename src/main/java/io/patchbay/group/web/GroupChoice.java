package io.patchbay.group.web;

import io.patchbay.company.Role;
import io.patchbay.group.role.NewGroup;
import io.patchbay.platform.problem.InvalidRequestException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen among the available groups.
 *
 * @param environment whose tenant's groups they are
 * @param q what was sought
 * @param groups the ticked ones
 * @param roles the role of each group in sight, as {@code <group>:<role>}
 * @param access those with access management
 */
public record GroupChoice(
        @Nullable UUID environment, String q, List<UUID> groups, List<String> roles, List<UUID> access) {

    public GroupChoice {
        q = q == null ? "" : q.strip();
        groups = groups == null ? List.of() : groups.stream().distinct().toList();
        roles = roles == null ? List.of() : List.copyOf(roles);
        access = access == null ? List.of() : List.copyOf(access);
    }

    /** The ticked groups with their roles; Read-Only Admin where none was chosen. */
    List<NewGroup> wanted() {
        var chosen = chosen();
        return groups.stream()
                .map(group ->
                        new NewGroup(group, chosen.getOrDefault(group, Role.READ_ONLY_ADMIN), access.contains(group)))
                .toList();
    }

    Map<UUID, Role> chosen() {
        return roles.stream()
                .map(GroupChoice::pair)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, another) -> another));
    }

    private static Map.Entry<UUID, Role> pair(String text) {
        var parts = text.split(":", 2);
        try {
            return Map.entry(UUID.fromString(parts[0]), Role.valueOf(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidRequestException("groups.roleUnknown");
        }
    }

    /** What is wrong with it, as the key of a message. */
    Optional<String> problem() {
        if (groups.isEmpty()) {
            return Optional.of("groups.noneSelected");
        }
        return wanted().stream().anyMatch(group -> group.accessManagement() && group.role() != Role.FULL_ADMIN)
                ? Optional.of("users.accessNeedsFullAdmin")
                : Optional.empty();
    }
}

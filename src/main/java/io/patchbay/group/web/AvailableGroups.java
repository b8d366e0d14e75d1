package io.patchbay.group.web;

import io.patchbay.company.Role;
import io.patchbay.group.role.GroupView;
import io.patchbay.group.role.Groups;
import io.patchbay.group.role.TenantGroups;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is offered to be added: the ticked groups first, whatever was sought since. */
@Component
class AvailableGroups {

    private final Groups groups;
    private final TenantGroups tenantGroups;

    AvailableGroups(Groups groups, TenantGroups tenantGroups) {
        this.groups = groups;
        this.tenantGroups = tenantGroups;
    }

    /**
     * @param problem why Entra ID could not be asked
     * @param left how many more may be added
     */
    public record Offer(
            List<AvailableGroup> groups, @Nullable String problem, int left) {}

    Offer of(EnvironmentId environment, GroupChoice choice) {
        var there = groups.all().stream()
                .filter(group -> group.environment().equals(environment))
                .map(GroupView::groupId)
                .collect(Collectors.toSet());
        var found = tenantGroups.search(environment, choice.q());
        var unseen = choice.groups().stream()
                .filter(id ->
                        found.groups().stream().noneMatch(group -> group.id().equals(id)))
                .limit(Groups.AT_MOST)
                .toList();
        var offered = Stream.concat(tenantGroups.named(environment, unseen).groups().stream(), found.groups().stream())
                .map(group -> offer(group, choice, there))
                .toList();
        return new Offer(offered, found.problem(), Groups.AT_MOST - there.size());
    }

    private static AvailableGroup offer(SecurityGroup group, GroupChoice choice, Set<UUID> there) {
        return new AvailableGroup(
                group.id(),
                group.displayName(),
                group.description(),
                there.contains(group.id()),
                choice.groups().contains(group.id()),
                choice.chosen().getOrDefault(group.id(), Role.READ_ONLY_ADMIN),
                choice.access().contains(group.id()));
    }
}

package io.patchbay.group.access;

import io.patchbay.group.membership.GroupMember;
import io.patchbay.group.role.GroupRole;
import io.patchbay.platform.access.Capability;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The groups of one tenant that give access to a company, and what is known of one person. */
record GroupMembershipSnapshot(List<GroupRole> groups, GroupMember member) {

    List<GroupRole> joined() {
        return joined(member.memberOf());
    }

    List<GroupRole> joined(Set<UUID> memberOf) {
        return groups.stream()
                .filter(group -> !group.gone() && memberOf.contains(group.groupId()))
                .toList();
    }

    List<UUID> groupIds() {
        return groups.stream().map(GroupRole::groupId).toList();
    }

    static Set<Capability> capabilities(List<GroupRole> groups) {
        var all = EnumSet.noneOf(Capability.class);
        groups.forEach(group -> all.addAll(group.role().capabilities(group.accessManagement())));
        return all;
    }

    static String strongest(List<GroupRole> groups) {
        return groups.stream()
                .max(Comparator.comparing(GroupRole::role).thenComparing(GroupRole::accessManagement))
                .map(GroupRole::label)
                .orElse("");
    }

    static String names(List<GroupRole> groups) {
        return groups.stream().map(GroupRole::name).collect(Collectors.joining(", "));
    }
}

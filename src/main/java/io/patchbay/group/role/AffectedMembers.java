package io.patchbay.group.role;

import io.patchbay.company.Members;
import io.patchbay.environment.ConnectionTeardown.AffectedPeople;
import io.patchbay.group.membership.GroupMemberStore;
import io.patchbay.group.membership.GroupMemberStore.SignedInMember;
import io.patchbay.platform.tenancy.PersonId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who has access through groups that end. Used inside a transaction. */
@Component
class AffectedMembers {

    private final GroupMemberStore memberships;
    private final Members members;

    AffectedMembers(GroupMemberStore memberships, Members members) {
        this.memberships = memberships;
        this.members = members;
    }

    /** Those who have no access without these groups, and those who have. */
    record Affected(List<SignedInMember> without, List<SignedInMember> with) {

        AffectedPeople people() {
            return new AffectedPeople(names(without), names(with));
        }

        Set<PersonId> losing() {
            return without.stream().map(SignedInMember::person).collect(Collectors.toSet());
        }

        private static List<String> names(List<SignedInMember> some) {
            return some.stream().map(SignedInMember::name).toList();
        }
    }

    Affected by(List<GroupRole> all, Predicate<GroupRole> ends) {
        var ending = all.stream().filter(ends).toList();
        if (ending.isEmpty()) {
            return new Affected(List.of(), List.of());
        }
        var tenant = ending.getFirst().tenantId();
        var gone = ending.stream().map(GroupRole::groupId).collect(Collectors.toSet());
        var staying = all.stream()
                .filter(group -> group.tenantId().equals(tenant))
                .map(GroupRole::groupId)
                .filter(group -> !gone.contains(group))
                .collect(Collectors.toSet());
        var direct = members.withDirectAccess();
        var keeping = memberships.signedIn(tenant).stream()
                .filter(member -> !Collections.disjoint(member.memberOf(), gone))
                .collect(Collectors.partitioningBy(member ->
                        direct.contains(member.person()) || !Collections.disjoint(member.memberOf(), staying)));
        return new Affected(keeping.getOrDefault(false, List.of()), keeping.getOrDefault(true, List.of()));
    }
}

package io.patchbay.group.access;

import io.patchbay.company.Members;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.event.SavedViews;
import io.patchbay.group.membership.GroupMember;
import io.patchbay.group.membership.GroupMemberStore;
import io.patchbay.group.membership.GroupProblem;
import io.patchbay.group.role.GroupEventKind;
import io.patchbay.group.role.GroupRole;
import io.patchbay.group.role.GroupRoleRepository;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores in which groups people are who came by, and tells of those who come in or no longer do. None of it calls Microsoft. */
@Service
class GroupMemberships {

    private final GroupRoleRepository groups;
    private final GroupMemberStore store;
    private final Members members;
    private final SavedViews views;
    private final EventLog log;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    GroupMemberships(
            GroupRoleRepository groups,
            GroupMemberStore store,
            Members members,
            SavedViews views,
            EventLog log,
            MessageSourceAccessor messages,
            Clock clock) {
        this.groups = groups;
        this.store = store;
        this.members = members;
        this.views = views;
        this.log = log;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    GroupMembershipSnapshot of(PersonId person) {
        return known(person);
    }

    private GroupMembershipSnapshot known(PersonId person) {
        var company = Current.company();
        return new GroupMembershipSnapshot(
                groups.ofTenant(company.value(), person.tenantId()),
                store.find(person).orElse(GroupMember.UNKNOWN));
    }

    @Transactional
    GroupMembershipSnapshot answered(Person person, Set<UUID> memberOf) {
        var known = known(person.id());
        var now = clock.instant();
        var member = new GroupMember(memberOf, now, now, null);
        store.save(person, member);
        tell(person, known, memberOf);
        return new GroupMembershipSnapshot(known.groups(), member);
    }

    private void tell(Person person, GroupMembershipSnapshot before, Set<UUID> memberOf) {
        var left = before.joined();
        var joined = before.joined(memberOf);
        if (left.isEmpty() && !joined.isEmpty()) {
            log.append(NewEvent.of(
                            GroupEventKind.GROUP_ACCESS_GRANTED, person.name(), GroupMembershipSnapshot.names(joined))
                    .tenant(person.id().tenantId())
                    .with("account", person.email())
                    .with("role", GroupMembershipSnapshot.strongest(joined))
                    .with("groups", GroupMembershipSnapshot.names(joined)));
        }
        if (!left.isEmpty() && joined.isEmpty()) {
            ended(person, left);
        }
    }

    private void ended(Person person, List<GroupRole> left) {
        log.append(NewEvent.of(GroupEventKind.GROUP_ACCESS_ENDED, person.name(), GroupMembershipSnapshot.names(left))
                .tenant(person.id().tenantId())
                .with("account", person.email())
                .with("groups", GroupMembershipSnapshot.names(left)));
        if (!members.withDirectAccess().contains(person.id())) {
            views.forget(person.id());
        }
    }

    @Transactional
    GroupMembershipSnapshot failed(Person person, GroupProblem problem) {
        var known = known(person.id());
        var before = known.member();
        var member = new GroupMember(before.memberOf(), before.answeredAt(), clock.instant(), problem);
        store.save(person, member);
        if (member.refused() && !before.refused()) {
            log.append(NewEvent.of(GroupEventKind.GROUP_ACCESS_REFUSED, person.name())
                    .tenant(person.id().tenantId())
                    .with("account", person.email())
                    .with("reason", messages.getMessage(problem.key())));
        }
        return new GroupMembershipSnapshot(known.groups(), member);
    }

    @Transactional
    void forget(PersonId person) {
        store.forget(person);
    }
}

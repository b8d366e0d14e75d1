package io.patchbay.group.role;

import io.patchbay.company.CompanyLock;
import io.patchbay.company.Members;
import io.patchbay.company.Role;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.ConnectionTeardown.AffectedPeople;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.event.SavedViews;
import io.patchbay.group.membership.GroupMemberStore;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.AccessEnded;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores which groups give access, each change with its event in one transaction. None of it calls Microsoft. */
@Service
class GroupRoles {

    static final int AT_MOST = 10;

    private final GroupRoleRepository groups;
    private final GroupMemberStore memberships;
    private final ConnectionLock connections;
    private final CompanyLock companyLock;
    private final Members members;
    private final AffectedMembers affected;
    private final SavedViews views;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Identifiers identifiers;
    private final Clock clock;

    GroupRoles(
            GroupRoleRepository groups,
            GroupMemberStore memberships,
            ConnectionLock connections,
            CompanyLock companyLock,
            Members members,
            AffectedMembers affected,
            SavedViews views,
            EventLog log,
            ApplicationEventPublisher publisher,
            Identifiers identifiers,
            Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.connections = connections;
        this.companyLock = companyLock;
        this.members = members;
        this.affected = affected;
        this.views = views;
        this.log = log;
        this.publisher = publisher;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<GroupRole> all() {
        return groups.ofCompany(Current.company().value());
    }

    @Transactional(readOnly = true)
    GroupRole get(UUID id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    private Optional<GroupRole> find(UUID id) {
        return groups.findById(new GroupRoleKey(Current.company().value(), id));
    }

    /**
     * What taking a group's access away would mean.
     *
     * @throws NotFoundException where the company has no such group
     */
    @Transactional(readOnly = true)
    GroupRemoval removal(UUID id) {
        var all = all();
        var group = all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFoundException::new);
        return new GroupRemoval(
                GroupView.of(group), affected.by(all, one -> one == group).people());
    }

    /** Who has access by the groups of an environment, and who of them keeps it without these groups. */
    @Transactional(readOnly = true)
    AffectedPeople affected(EnvironmentId environment) {
        return affected.by(all(), group -> group.environment().equals(environment))
                .people();
    }

    /** Lets groups in, all of them or none. */
    @Transactional
    void add(EnvironmentId environment, UUID tenant, Map<NewGroup, SecurityGroup> wanted) {
        if (!connections.hold(environment).equals(tenant)) {
            throw new NotConnectedException();
        }
        var there = all().stream()
                .filter(group -> group.environment().equals(environment))
                .toList();
        if (there.size() + wanted.size() > AT_MOST) {
            throw new ConflictException("groups.tooMany", AT_MOST);
        }
        wanted.forEach((group, found) -> {
            if (there.stream().anyMatch(one -> one.groupId().equals(group.groupId()))) {
                throw new ConflictException("groups.already", found.displayName());
            }
            add(environment, tenant, group, found);
        });
    }

    private void add(EnvironmentId environment, UUID tenant, NewGroup wanted, SecurityGroup found) {
        var by = Current.actor().name();
        var group = groups.saveAndFlush(new GroupRole(
                Current.company(), identifiers.next(), environment, tenant, found, wanted, by, clock.instant()));
        log.append(about(group, NewEvent.of(GroupEventKind.GROUP_ROLE_CREATED, group.name(), group.label())));
    }

    /** Gives a group another role, unless that leaves nobody who decides about access. */
    @Transactional
    GroupRole change(UUID id, Role role, boolean accessManagement) {
        companyLock.lock();
        var group = get(id);
        if (group.is(role, accessManagement)) {
            return group;
        }
        var before = group.label();
        if (!accessManagement) {
            refuseLast(group);
        }
        group.becomes(role, accessManagement);
        groups.saveAndFlush(group);
        log.append(about(group, NewEvent.of(GroupEventKind.GROUP_ROLE_CHANGED, group.name(), group.label(), before))
                .with("role before", before));
        return group;
    }

    /** Takes a group's access away, unless that leaves nobody who decides about access. */
    @Transactional
    String remove(UUID id) {
        companyLock.lock();
        var group = get(id);
        refuseLast(group);
        affected.by(all(), group::equals).losing().forEach(views::forget);
        delete(group);
        return group.name();
    }

    /** Takes a group's access away together with the connection; nothing where it is gone already. */
    @Transactional
    void removeIfPresent(UUID id) {
        find(id).ifPresent(group -> {
            publisher.publishEvent(
                    new AccessEnded(affected.by(all(), group::equals).losing()));
            delete(group);
        });
    }

    private void delete(GroupRole group) {
        groups.delete(group);
        groups.flush();
        if (groups.ofTenant(Current.company().value(), group.tenantId()).isEmpty()) {
            memberships.deleteOf(group.tenantId());
        }
        log.append(about(group, NewEvent.of(GroupEventKind.GROUP_ROLE_REMOVED, group.name())));
    }

    private void refuseLast(GroupRole group) {
        var another = members.someoneManagesAccess()
                || all().stream()
                        .anyMatch(other -> other.accessManagement()
                                && !other.gone()
                                && !connections.ending(other.environment())
                                && !other.id().equals(group.id()));
        if (group.accessManagement() && !group.gone() && !another) {
            throw new ConflictException("users.lastAdministrator");
        }
    }

    /** Takes over what Entra ID says of groups that it was asked about; whether anything was news. */
    @Transactional
    boolean seen(List<GroupRole> asked, List<SecurityGroup> existing) {
        boolean changed = false;
        for (var group : asked) {
            changed |= find(group.id()).filter(one -> seen(one, existing)).isPresent();
        }
        return changed;
    }

    private boolean seen(GroupRole group, List<SecurityGroup> existing) {
        var name = group.nameIn(existing);
        var changed = name.map(group::namedInEntra).orElseGet(() -> group.missingFromEntra(clock.instant()));
        if (changed) {
            groups.saveAndFlush(group);
        }
        if (changed && name.isEmpty()) {
            log.append(about(group, NewEvent.of(GroupEventKind.GROUP_DELETED, group.name())));
        }
        return changed;
    }

    private static NewEvent about(GroupRole group, NewEvent event) {
        return event.in(group.environment())
                .tenant(group.tenantId())
                .with("group", group.name())
                .with("group ID", group.groupId())
                .with("role", group.label());
    }
}

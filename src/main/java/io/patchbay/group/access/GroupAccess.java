package io.patchbay.group.access;

import io.patchbay.company.AccessDecision;
import io.patchbay.company.AccessProvider;
import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.Feature;
import io.patchbay.group.access.GroupAccessLookup.KnownAccess;
import io.patchbay.group.membership.GroupMember;
import io.patchbay.group.membership.GroupProblem;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.pageview.PageTransactions;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Lets members of security groups in. */
@Component
class GroupAccess implements AccessProvider {

    private static final Actor ACTOR = Actor.Machine.PATCHBAY;

    private final GroupAccessLookup lookup;
    private final GroupMemberships memberships;
    private final AdministratorGroups administrators;
    private final SecurityGroups microsoft;
    private final ConnectionFeatures features;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    GroupAccess(
            GroupAccessLookup lookup,
            GroupMemberships memberships,
            AdministratorGroups administrators,
            SecurityGroups microsoft,
            ConnectionFeatures features,
            MessageSourceAccessor messages,
            Clock clock) {
        this.lookup = lookup;
        this.memberships = memberships;
        this.administrators = administrators;
        this.microsoft = microsoft;
        this.features = features;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<CompanyDecision> decide(Person person, Predicate<CompanyName> wanted) {
        return lookup.of(person.id()).stream()
                .filter(known -> wanted.test(known.company()))
                .map(known -> new CompanyDecision(known.company(), decide(person, known)))
                .toList();
    }

    private AccessDecision decide(Person person, KnownAccess known) {
        if (!known.member().isDueAt(clock.instant())) {
            return decide(known.member(), known.capabilities());
        }
        // That of a page belongs to the current company, and this is another one.
        PageTransactions.end();
        return Current.as(known.company().id(), Actor.Member.of(person), () -> decide(person));
    }

    @Override
    public AccessDecision decide(Person person) {
        var known = memberships.of(person.id());
        if (known.groups().isEmpty()) {
            return new AccessDecision.None();
        }
        var now = known.member().isDueAt(clock.instant()) ? asked(person, known) : known;
        return decide(now.member(), GroupMembershipSnapshot.capabilities(now.joined()));
    }

    private GroupMembershipSnapshot asked(Person person, GroupMembershipSnapshot known) {
        var outcome = microsoft.of(person.id().tenantId(), person.id().objectId(), known.groupIds());
        return outcome instanceof GraphOutcome.Answered<Set<UUID>>(var memberOf)
                ? memberships.answered(person, memberOf)
                : memberships.failed(person, GroupProblem.of(outcome));
    }

    private AccessDecision decide(GroupMember member, Set<Capability> capabilities) {
        if (member.isValidAt(clock.instant())) {
            return capabilities.isEmpty() ? new AccessDecision.None() : new AccessDecision.Granted(capabilities);
        }
        var problem = member.problem();
        return problem == null
                ? new AccessDecision.None()
                : new AccessDecision.NotKnown(messages.getMessage(problem.key()));
    }

    @Override
    public void signedIn(PersonId person) {
        lookup.companies(person.tenantId())
                .forEach(company -> Current.as(company.id(), ACTOR, () -> {
                    memberships.forget(person);
                    return null;
                }));
    }

    @Override
    public boolean managesAccess(PersonId person) {
        var known = memberships.of(person);
        var off = features.whyOff(Feature.GROUP_ACCESS).keySet();
        return known.member().isValidAt(clock.instant())
                && known.joined().stream()
                        .anyMatch(group -> group.accessManagement() && !off.contains(group.environment()));
    }

    @Override
    public boolean givesAccessManagement() {
        return administrators.any();
    }
}

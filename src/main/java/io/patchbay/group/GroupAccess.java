package io.patchbay.group;

import io.patchbay.company.Admission;
import io.patchbay.company.WayIn;
import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.Feature;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.SecurityGroups;
import io.patchbay.tenancy.Actor;
import io.patchbay.tenancy.CrossCompanyDoor;
import io.patchbay.tenancy.CrossCompanyDoor.CompanyName;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.Person;
import io.patchbay.tenancy.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Lets members of security groups in. */
@Component
class GroupAccess implements WayIn {

    private static final Actor ACTOR = new Actor.Machine("Group access");

    private final CrossCompanyDoor door;
    private final Visits visits;
    private final SecurityGroups microsoft;
    private final ConnectionFeatures features;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    GroupAccess(
            CrossCompanyDoor door,
            Visits visits,
            SecurityGroups microsoft,
            ConnectionFeatures features,
            MessageSourceAccessor messages,
            Clock clock) {
        this.door = door;
        this.visits = visits;
        this.microsoft = microsoft;
        this.features = features;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<CompanyName> candidates(PersonId person) {
        return door.companiesWithGroupsOf(person.tenantId());
    }

    @Override
    public Admission admission(Person person) {
        var known = visits.of(person.id());
        if (known.groups().isEmpty()) {
            return new Admission.None();
        }
        return admission(known.visitor().dueAt(clock.instant()) ? asked(person, known) : known);
    }

    private Known asked(Person person, Known known) {
        var outcome = microsoft.of(person.id().tenantId(), person.id().objectId(), known.groupIds());
        return outcome instanceof GraphOutcome.Answered<Set<UUID>>(var memberOf)
                ? visits.answered(person, memberOf)
                : visits.failed(person, Trouble.of(outcome));
    }

    private Admission admission(Known known) {
        var visitor = known.visitor();
        if (visitor.countsAt(clock.instant())) {
            var joined = known.joined();
            return joined.isEmpty() ? new Admission.None() : new Admission.Granted(Known.capabilities(joined));
        }
        var trouble = visitor.trouble();
        return trouble == null ? new Admission.None() : new Admission.NotKnown(messages.getMessage(trouble.key()));
    }

    @Override
    public void signedIn(PersonId person) {
        candidates(person)
                .forEach(company -> Current.as(company.id(), ACTOR, () -> {
                    visits.forget(person);
                    return null;
                }));
    }

    @Override
    public boolean managesAccess(PersonId person) {
        var known = visits.of(person);
        var off = features.whyOff(Feature.GROUP_ACCESS).keySet();
        return known.visitor().countsAt(clock.instant())
                && known.joined().stream()
                        .anyMatch(group -> group.accessManagement() && !off.contains(group.environment()));
    }

    @Override
    public boolean givesAccessManagement() {
        return visits.givesAccessManagement();
    }
}

package io.patchbay.company.member;

import io.patchbay.company.AccessDecision;
import io.patchbay.company.AccessDecision.Granted;
import io.patchbay.company.AccessDecision.NotKnown;
import io.patchbay.company.AccessProvider;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All grounds together on which people come into companies without being members. */
@Component
public class AccessProviders {

    private final ObjectProvider<AccessProvider> ways;

    AccessProviders(ObjectProvider<AccessProvider> ways) {
        this.ways = ways;
    }

    public List<CompanyName> candidates(PersonId person) {
        return ways.stream()
                .flatMap(way -> way.candidates(person).stream())
                .distinct()
                .toList();
    }

    public boolean isAdmitted(CompanyId company, Person person) {
        return !capabilities(company, person).isEmpty();
    }

    /** What the person may do on those grounds; nothing where they do not come in. */
    public Set<Capability> capabilities(CompanyId company, Person person) {
        var all = EnumSet.noneOf(Capability.class);
        of(company, person, Granted.class).forEach(granted -> all.addAll(granted.capabilities()));
        return all;
    }

    public Optional<String> whyNotKnown(CompanyId company, Person person) {
        return of(company, person, NotKnown.class).map(NotKnown::reason).findFirst();
    }

    private <A extends AccessDecision> Stream<A> of(CompanyId company, Person person, Class<A> kind) {
        var actor = new Actor.Member(person.id(), person.name(), person.email(), null);
        return Current.as(
                        company,
                        actor,
                        () -> ways.stream().map(way -> way.admission(person)).toList())
                .stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    public void signedIn(PersonId person) {
        ways.forEach(way -> way.signedIn(person));
    }

    boolean managesAccess(PersonId person) {
        return ways.stream().anyMatch(way -> way.managesAccess(person));
    }

    public boolean giveAccessManagement() {
        return ways.stream().anyMatch(AccessProvider::givesAccessManagement);
    }
}

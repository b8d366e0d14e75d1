package io.patchbay.company.member;

import io.patchbay.company.AccessDecision;
import io.patchbay.company.AccessDecision.Granted;
import io.patchbay.company.AccessDecision.NotKnown;
import io.patchbay.company.AccessProvider;
import io.patchbay.company.AccessProvider.CompanyDecision;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All access providers together. */
@Component
public class AccessProviders {

    private final ObjectProvider<AccessProvider> providers;

    AccessProviders(ObjectProvider<AccessProvider> providers) {
        this.providers = providers;
    }

    /** What the providers decide about the person in every company that is wanted. */
    public List<CompanyDecision> decide(Person person, Predicate<CompanyName> wanted) {
        return providers.stream()
                .flatMap(provider -> provider.decide(person, wanted).stream())
                .toList();
    }

    /** What the person may do in the company according to the providers; empty without access. */
    public Set<Capability> capabilities(CompanyId company, Person person) {
        var all = EnumSet.noneOf(Capability.class);
        of(company, person, Granted.class).forEach(granted -> all.addAll(granted.capabilities()));
        return all;
    }

    public Optional<String> whyNotKnown(CompanyId company, Person person) {
        return of(company, person, NotKnown.class).map(NotKnown::reason).findFirst();
    }

    private <A extends AccessDecision> Stream<A> of(CompanyId company, Person person, Class<A> kind) {
        return Current.as(
                        company,
                        Actor.Member.of(person),
                        () -> providers.stream()
                                .map(provider -> provider.decide(person))
                                .toList())
                .stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    public void signedIn(PersonId person) {
        providers.forEach(provider -> provider.signedIn(person));
    }

    boolean managesAccess(PersonId person) {
        return providers.stream().anyMatch(provider -> provider.managesAccess(person));
    }

    public boolean anyGivesAccessManagement() {
        return providers.stream().anyMatch(AccessProvider::givesAccessManagement);
    }
}

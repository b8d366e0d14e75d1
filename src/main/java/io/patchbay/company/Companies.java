package io.patchbay.company;

import io.patchbay.company.AccessDecision.Granted;
import io.patchbay.company.AccessDecision.NotKnown;
import io.patchbay.company.member.AccessProviders;
import io.patchbay.company.member.CompanyChoice;
import io.patchbay.company.member.CompanyLookup;
import io.patchbay.company.member.CompanyLookup.HeldRole;
import io.patchbay.company.member.RememberedCompanies;
import io.patchbay.company.model.NewCompany;
import io.patchbay.company.registration.CompanyRegistration;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.ratelimit.ActionLimits;
import io.patchbay.platform.ratelimit.LimitedAction;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The companies of a person who is signed in: which there are, which to open, and creating one. */
@Service
public class Companies {

    private final CompanyLookup lookup;
    private final AccessProviders providers;
    private final CompanyRegistration registration;
    private final RememberedCompanies remembered;
    private final ActionLimits limits;
    private final Identifiers identifiers;

    Companies(
            CompanyLookup lookup,
            AccessProviders providers,
            CompanyRegistration registration,
            RememberedCompanies remembered,
            ActionLimits limits,
            Identifiers identifiers) {
        this.lookup = lookup;
        this.providers = providers;
        this.registration = registration;
        this.remembered = remembered;
        this.limits = limits;
        this.identifiers = identifiers;
    }

    /** The companies the person may work for, by name. */
    public List<CompanyName> of(Person person) {
        return reachableBy(person).own();
    }

    /** A company whose access could not be decided, with the reason in the reader's words. */
    public record UndecidedCompany(CompanyName company, String reason) {}

    /**
     * The companies of a person.
     *
     * @param own those they may work for, by name
     * @param undecided those to which they may have access through a provider that could not decide now
     */
    public record ReachableCompanies(List<CompanyName> own, List<UndecidedCompany> undecided) {}

    /** The companies that the person may work for, and those of which that cannot be told. May ask Microsoft. */
    public ReachableCompanies reachableBy(Person person) {
        return reachable(person, lookup.rolesOf(person.id()));
    }

    private ReachableCompanies reachable(Person person, List<HeldRole> held) {
        var own = new ArrayList<>(held.stream().map(HeldRole::company).toList());
        var undecided = new ArrayList<UndecidedCompany>();
        for (var one : providers.decide(person, Predicate.not(List.copyOf(own)::contains))) {
            if (one.decision() instanceof Granted && !own.contains(one.company())) {
                own.add(one.company());
            }
            if (one.decision() instanceof NotKnown(var reason)) {
                undecided.add(new UndecidedCompany(one.company(), reason));
            }
        }
        own.sort(Comparator.comparing(company -> company.name().toLowerCase(Locale.ROOT)));
        return new ReachableCompanies(own, undecided);
    }

    /** The companies the person may work for with their role in each of them, by name. */
    public List<CompanyChoice> choicesOf(Person person) {
        var held = lookup.rolesOf(person.id());
        var roles = held.stream().collect(Collectors.toMap(HeldRole::company, HeldRole::role));
        var remembers = remembered.of(person.id());
        return reachable(person, held).own().stream()
                .map(company -> new CompanyChoice(
                        company.id(),
                        company.name(),
                        roles.getOrDefault(company, ""),
                        remembers.filter(company.id()::equals).isPresent()))
                .toList();
    }

    /**
     * The companies created from the person's own Entra tenant, without those the person is in already.
     *
     * @param own those that {@link #of} answers
     */
    public List<CompanyName> joinableBy(Person person, List<CompanyName> own) {
        return lookup.ofTenant(person.id().tenantId()).stream()
                .filter(company -> !own.contains(company))
                .toList();
    }

    /** The company to land in without asking: the remembered one, or the only one. */
    public Optional<CompanyId> preferredBy(Person person) {
        var own = of(person).stream().map(CompanyName::id).toList();
        return own.size() > 1
                ? remembered.of(person.id()).filter(own::contains)
                : own.stream().findFirst();
    }

    /** Keeps the company as the one to land in from now on, or forgets it. */
    public void remember(PersonId person, CompanyId company, boolean keep) {
        if (keep) {
            remembered.keep(person, company);
        } else {
            remembered.forget(person);
        }
    }

    /** Notes that a person signed in just now. */
    public void signedIn(PersonId person) {
        providers.signedIn(person);
    }

    /**
     * What the person may do in the company now, as a member and otherwise; empty where they have no access. May ask
     * Microsoft.
     */
    public Optional<Membership> membership(CompanyId company, Person person) {
        var direct = lookup.membership(company, person.id());
        if (direct.filter(Membership::isHighest).isPresent()) {
            return direct;
        }
        var more = providers.capabilities(company, person);
        return more.isEmpty()
                ? direct
                : direct.or(() -> lookup.nameOf(company).map(name -> new Membership(company, name, more)))
                        .map(membership -> membership.and(more));
    }

    /** A company's name; empty where there is no such company. */
    public Optional<String> nameOf(CompanyId company) {
        return lookup.nameOf(company);
    }

    /**
     * Creates a company; the creator becomes its first Full Admin with Access Management.
     *
     * @throws TooManyRequestsException where the person, or somebody at the same address, created too many of late
     */
    public CompanyId register(NewCompany company, Person creator, Actor actor) {
        limits.take(LimitedAction.COMPANY);
        var id = new CompanyId(identifiers.next());
        Current.as(id, actor, () -> {
            registration.register(id, company, creator);
            return null;
        });
        return id;
    }
}

package io.patchbay.company;

import io.patchbay.tenancy.Actor;
import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.CrossCompanyDoor;
import io.patchbay.tenancy.CrossCompanyDoor.CompanyName;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.Identifiers;
import io.patchbay.tenancy.Person;
import io.patchbay.tenancy.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The way into a company for somebody who is signed in: which there are, which to use, and founding one. */
@Service
public class Companies {

    private final CrossCompanyDoor door;
    private final CompanyMembers members;
    private final Founding founding;
    private final RememberedCompanies remembered;
    private final Identifiers identifiers;

    Companies(
            CrossCompanyDoor door,
            CompanyMembers members,
            Founding founding,
            RememberedCompanies remembered,
            Identifiers identifiers) {
        this.door = door;
        this.members = members;
        this.founding = founding;
        this.remembered = remembered;
        this.identifiers = identifiers;
    }

    /** The companies the person is a member of, by name. */
    public List<CompanyName> of(PersonId person) {
        return door.companiesOf(person);
    }

    /** The companies founded from the person's own Entra tenant, without those the person is in already. */
    public List<CompanyName> joinableBy(PersonId person) {
        var own = of(person);
        return door.companiesOfTenant(person.tenantId()).stream()
                .filter(company -> !own.contains(company))
                .toList();
    }

    /** The company to land in without asking: the remembered one, or the only one. */
    public Optional<CompanyId> preferredBy(PersonId person) {
        var own = of(person).stream().map(CompanyName::id).toList();
        if (own.size() == 1) {
            return Optional.of(own.getFirst());
        }
        return remembered.of(person).filter(own::contains);
    }

    /** Keeps the company as the one to land in from now on, or forgets it. */
    public void remember(PersonId person, CompanyId company, boolean keep) {
        if (keep) {
            remembered.keep(person, company);
        } else {
            remembered.forget(person);
        }
    }

    /** What the person is in the company now; empty where they are not a member. */
    public Optional<Membership> membership(CompanyId company, PersonId person) {
        return Current.as(company, new Actor.Machine("Membership"), () -> members.membership(company, person));
    }

    /** Founds a company, whose Full Admin with Access Management the founder becomes. */
    public CompanyId found(NewCompany company, Person founder, Actor actor) {
        var id = new CompanyId(identifiers.next());
        Current.as(id, actor, () -> {
            founding.found(id, company, founder);
            return null;
        });
        return id;
    }
}

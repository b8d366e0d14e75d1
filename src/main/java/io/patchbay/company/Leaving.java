package io.patchbay.company;

import io.patchbay.company.member.CompanyMembers;
import io.patchbay.company.member.Memberships;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.platform.tenancy.UserId;
import org.springframework.stereotype.Service;

/** Leaving a company by one's own wish, whatever one is there. */
@Service
public class Leaving {

    private final CompanyMembers members;
    private final Memberships memberships;

    Leaving(CompanyMembers members, Memberships memberships) {
        this.members = members;
        this.memberships = memberships;
    }

    /**
     * Takes the person out of the company; takes effect with their next request.
     *
     * @throws NotFoundException where they are no member
     * @throws ConflictException where nobody would be left as Full Admin with Access Management
     */
    public void leave(CompanyId company, PersonId person, Actor actor) {
        Current.as(
                company,
                actor,
                () -> memberships.remove(members.userId(person).map(UserId::new).orElseThrow(NotFoundException::new)));
    }
}

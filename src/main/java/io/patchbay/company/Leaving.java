package io.patchbay.company;

import io.patchbay.tenancy.Actor;
import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.PersonId;
import io.patchbay.tenancy.UserId;
import io.patchbay.web.ConflictException;
import io.patchbay.web.NotFoundException;
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
                () -> memberships.remove(
                        members.userId(company, person).map(UserId::new).orElseThrow(NotFoundException::new)));
    }
}

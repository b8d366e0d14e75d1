package io.patchbay.company;

import io.patchbay.company.member.AccessProviders;
import io.patchbay.company.member.CompanyMembers;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** What people are in the current company: directly, or by whatever right, also while somebody else acts. */
@Service
public class PersonRights implements PageFact {

    private final CompanyMembers members;
    private final AccessProviders providers;
    private final PageFacts facts;

    PersonRights(CompanyMembers members, AccessProviders providers, @Lazy PageFacts facts) {
        this.members = members;
        this.providers = providers;
        this.facts = facts;
    }

    /** Whether somebody may do something. */
    public enum Standing {
        HAS,
        HAS_NOT,
        /** They have it by a group, if at all, and Microsoft could not be asked. */
        NOT_KNOWN
    }

    /** Whether the person is Full Admin of the company by no group. */
    public boolean isFullAdmin(PersonId person) {
        return members.fullAdmin(person).isPresent();
    }

    /** Whether the person is Full Admin with Access Management by no group. */
    public boolean managesAccess(PersonId person) {
        return members.fullAdmin(person).orElse(false);
    }

    /** How many are Full Admin by no group. */
    public int fullAdmins() {
        return facts.answer(this).map(Integer::valueOf).orElse(0);
    }

    /** Whether the person may do that, by whatever right. To be asked outside of transactions: it may ask Microsoft. */
    public Standing standing(Actor.Member member, Capability capability) {
        var direct = members.membership(member.id());
        if (direct.filter(one -> one.capabilities().contains(capability)).isPresent()) {
            return Standing.HAS;
        }
        var person = new Person(member.id(), member.name(), member.email(), Set.of(), null);
        if (providers.capabilities(Current.company(), person).contains(capability)) {
            return Standing.HAS;
        }
        return providers.whyNotKnown(Current.company(), person).isPresent() ? Standing.NOT_KNOWN : Standing.HAS_NOT;
    }

    @Override
    public String name() {
        return "direct_full_admins";
    }

    @Override
    public String sql() {
        return "select count(*) from member where company_id = :company and role = 'FULL_ADMIN'";
    }
}

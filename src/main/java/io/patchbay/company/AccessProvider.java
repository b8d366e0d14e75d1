package io.patchbay.company;

import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.util.List;
import java.util.function.Predicate;

/** A ground other than direct membership on which people come into companies; a bean of each module that knows one. */
public interface AccessProvider {

    /** What was decided in one of several companies. */
    record CompanyDecision(CompanyName company, AccessDecision decision) {}

    /**
     * What somebody is on this ground in every company where they could be something. Asked outside of transactions: it may
     * call Microsoft.
     *
     * @param wanted which of the companies are to be decided
     */
    List<CompanyDecision> decide(Person person, Predicate<CompanyName> wanted);

    /** What somebody is in the current company on this ground. Asked outside of transactions: it may call Microsoft. */
    AccessDecision decide(Person person);

    /** Somebody signed in just now: what was known of them is to be learned anew. */
    void signedIn(PersonId person);

    /** Whether somebody came into the current company as Full Admin with Access Management on this ground, and still may. */
    boolean managesAccess(PersonId person);

    /** Whether this ground makes anybody Full Admin with Access Management in the current company. */
    boolean givesAccessManagement();
}

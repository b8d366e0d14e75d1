package io.patchbay.company;

import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.util.List;

/** A ground other than direct membership on which people come into companies; a bean of each module that knows one. */
public interface AccessProvider {

    /** The companies in which somebody may have access on this ground: to be asked for one by one. */
    List<CompanyName> candidates(PersonId person);

    /** What somebody is in the current company on this ground. Asked outside of transactions: it may call Microsoft. */
    AccessDecision decide(Person person);

    /** Somebody signed in just now: what was known of them is to be learned anew. */
    void signedIn(PersonId person);

    /** Whether somebody came into the current company as Full Admin with Access Management on this ground, and still may. */
    boolean managesAccess(PersonId person);

    /** Whether this ground makes anybody Full Admin with Access Management in the current company. */
    boolean givesAccessManagement();
}

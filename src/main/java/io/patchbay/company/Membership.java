package io.patchbay.company;

import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.CompanyId;
import java.util.Set;

/**
 * What a person is in a company at this moment.
 *
 * @param company the company
 * @param companyName its name
 * @param role the role held
 * @param accessManagement whether the person also decides who may come in
 */
public record Membership(CompanyId company, String companyName, Role role, boolean accessManagement) {

    /** What the person may do there. */
    public Set<Capability> capabilities() {
        return role.capabilities(accessManagement);
    }
}

package io.patchbay.company;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.CompanyId;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person is in a company at this moment.
 *
 * @param company the company
 * @param companyName its name
 * @param capabilities what the person may do there, by whatever right
 */
public record Membership(CompanyId company, String companyName, Set<Capability> capabilities) {

    Membership and(Set<Capability> more) {
        var all = EnumSet.copyOf(capabilities);
        all.addAll(more);
        return new Membership(company, companyName, all);
    }

    /** Whether no other role could add anything. */
    boolean isHighest() {
        return capabilities.containsAll(Role.FULL_ADMIN.capabilities(true));
    }
}

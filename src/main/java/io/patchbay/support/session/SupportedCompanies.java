package io.patchbay.support.session;

import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds companies for the vendor's support, by what names them and by what they grant. */
@Component
class SupportedCompanies {

    private final CrossTenantQueries crossTenant;

    SupportedCompanies(CrossTenantQueries crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Companies by a part of the name, the ID, or a connected tenant's ID or primary domain; 25 at the most. */
    List<CompanyName> matching(String term) {
        return crossTenant.ask("cross_tenant_companies_for_support", CrossTenantQueries.COMPANY_NAME, term);
    }

    /** Companies that let support see something at that time, by name; 200 at the most. */
    List<CompanyName> granting(Instant at) {
        return crossTenant.ask("cross_tenant_companies_granting_support", CrossTenantQueries.COMPANY_NAME, at);
    }
}

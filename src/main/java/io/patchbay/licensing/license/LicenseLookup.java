package io.patchbay.licensing.license;

import io.patchbay.platform.tenancy.CrossTenantQueries;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Finds licenses of all companies whose end is to be told. */
@Component
class LicenseLookup {

    private static final RowMapper<LicenseId> LICENSE =
            (row, number) -> new LicenseId(row.getObject(1, UUID.class), row.getObject(2, UUID.class));

    private final CrossTenantQueries crossTenant;

    LicenseLookup(CrossTenantQueries crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Licenses that ended and of whose end no event log tells yet, a few hundred at the most, longest ended first. */
    List<LicenseId> ended(Instant at) {
        return crossTenant.askOften("cross_tenant_licenses_expired", LICENSE, at);
    }

    /** Licenses that end between the two moments and of which that was not told, a few hundred at the most. */
    List<LicenseId> ending(Instant from, Instant until) {
        return crossTenant.askOften("cross_tenant_licenses_expiring", LICENSE, from, until);
    }
}

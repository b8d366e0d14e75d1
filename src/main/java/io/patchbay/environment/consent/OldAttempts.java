package io.patchbay.environment.consent;

import io.patchbay.platform.tenancy.CrossTenantQueries;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Deletes attempts to connect that are over: what became of them is in the event log. */
@Component
class OldAttempts {

    private final CrossTenantQueries crossTenant;

    OldAttempts(CrossTenantQueries crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Deletes the attempts of every company that began before this; how many there were. */
    int deleteBefore(Instant limit) {
        return crossTenant
                .ask("cross_tenant_delete_consent_attempts", (row, number) -> row.getInt(1), limit)
                .getFirst();
    }
}

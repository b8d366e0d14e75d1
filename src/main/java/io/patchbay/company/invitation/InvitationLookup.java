package io.patchbay.company.invitation;

import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the invitation of a link, whose company is not known yet. */
@Component
class InvitationLookup {

    private final CrossTenantQueries crossTenant;

    InvitationLookup(CrossTenantQueries crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** An open invitation. */
    record FoundInvitation(CompanyId company, UUID id) {}

    /** The open invitation whose link carries the token with this SHA-256. */
    Optional<FoundInvitation> find(byte[] tokenHash) {
        return crossTenant
                .ask(
                        "cross_tenant_invitation",
                        (row, number) -> new FoundInvitation(
                                new CompanyId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)),
                        tokenHash)
                .stream()
                .findFirst();
    }
}

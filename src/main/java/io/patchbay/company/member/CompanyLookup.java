package io.patchbay.company.member;

import io.patchbay.company.Membership;
import io.patchbay.company.Role;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import io.patchbay.platform.tenancy.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds companies without being in one of them. */
@Component
public class CompanyLookup {

    private final CrossTenantQueries crossTenant;

    CompanyLookup(CrossTenantQueries crossTenant) {
        this.crossTenant = crossTenant;
    }

    /**
     * What a person is in a company as a member.
     *
     * @param role as it is shown
     */
    public record HeldRole(CompanyName company, String role) {}

    /** What the person is in each company they are a member of, by the companies' names. */
    public List<HeldRole> rolesOf(PersonId person) {
        return crossTenant.askOften(
                "cross_tenant_memberships_of_person",
                (row, number) -> new HeldRole(
                        CrossTenantQueries.COMPANY_NAME.mapRow(row, number),
                        Role.valueOf(row.getString(3)).label(row.getBoolean(4))),
                person.tenantId(),
                person.objectId());
    }

    /** What the person is in a company as a member; empty where they are none. */
    public Optional<Membership> membership(CompanyId company, PersonId person) {
        return crossTenant
                .askOften(
                        "cross_tenant_membership",
                        (row, number) -> new Membership(
                                company,
                                row.getString(1),
                                Role.valueOf(row.getString(2)).capabilities(row.getBoolean(3))),
                        company.value(),
                        person.tenantId(),
                        person.objectId())
                .stream()
                .findFirst();
    }

    /** The companies that people of this Entra tenant registered, by name. */
    public List<CompanyName> ofTenant(UUID tenantId) {
        return crossTenant.ask("cross_tenant_companies_of_tenant", CrossTenantQueries.COMPANY_NAME, tenantId);
    }

    /** A company's name; empty where there is no such company. */
    public Optional<String> nameOf(CompanyId company) {
        return crossTenant
                .ask(
                        "cross_tenant_company_name",
                        (row, number) -> Optional.ofNullable(row.getString(1)),
                        company.value())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}

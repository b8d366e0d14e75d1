package io.patchbay.group.access;

import io.patchbay.company.Role;
import io.patchbay.group.membership.GroupMember;
import io.patchbay.group.membership.GroupProblem;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.CompanyName;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import io.patchbay.platform.tenancy.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the companies that have groups of somebody's tenant, without being in one of them. */
@Component
class GroupAccessLookup {

    private final CrossTenantQueries crossTenant;

    GroupAccessLookup(CrossTenantQueries crossTenant) {
        this.crossTenant = crossTenant;
    }

    /**
     * What is known of somebody in a company.
     *
     * @param member without the groups they are in
     * @param capabilities what those groups let them do
     */
    record KnownAccess(CompanyName company, GroupMember member, Set<Capability> capabilities) {}

    /** The companies that have groups of this tenant, by name. */
    List<CompanyName> companies(UUID tenant) {
        return crossTenant.askOften("cross_tenant_companies_with_groups", CrossTenantQueries.COMPANY_NAME, tenant);
    }

    /** The same of a person's tenant, with what is known of the person there. */
    List<KnownAccess> of(PersonId person) {
        var known = new LinkedHashMap<CompanyName, KnownAccess>();
        crossTenant
                .askOften(
                        "cross_tenant_group_access_of_person",
                        GroupAccessLookup::access,
                        person.tenantId(),
                        person.objectId())
                .forEach(access -> known.merge(access.company(), access, GroupAccessLookup::both));
        return List.copyOf(known.values());
    }

    private static KnownAccess both(KnownAccess one, KnownAccess other) {
        var all = EnumSet.copyOf(one.capabilities());
        all.addAll(other.capabilities());
        return new KnownAccess(one.company(), one.member(), all);
    }

    private static KnownAccess access(ResultSet row, int number) throws SQLException {
        var problem = row.getString("problem");
        var role = row.getString("role");
        return new KnownAccess(
                CrossTenantQueries.COMPANY_NAME.mapRow(row, number),
                new GroupMember(
                        Set.of(),
                        Timestamps.instantOrNull(row, "confirmed_at"),
                        Timestamps.instantOrNull(row, "checked_at"),
                        problem == null ? null : GroupProblem.valueOf(problem)),
                role == null ? Set.of() : Role.valueOf(role).capabilities(row.getBoolean("access_management")));
    }
}

package io.patchbay.tenancy;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only way to see across companies. Each question is a database function of its own that returns just the columns
 * needed, runs with a role that may read those tables, and is logged.
 */
@Component
public class CrossCompanyDoor {

    private static final Logger LOG = LoggerFactory.getLogger(CrossCompanyDoor.class);

    private final JdbcClient jdbc;

    CrossCompanyDoor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A company as seen from outside: its identifier and name. */
    public record CompanyName(CompanyId id, String name) {}

    /** The companies in which the person is an active member, by name. */
    public List<CompanyName> companiesOf(PersonId person) {
        LOG.debug("Looking across companies for the memberships of {}", person);
        return jdbc.sql("select company_id, name from door_companies_of_person(?, ?)")
                .params(person.tenantId(), person.objectId())
                .query((rs, row) -> new CompanyName(new CompanyId(rs.getObject(1, UUID.class)), rs.getString(2)))
                .list();
    }

    /** The companies that people of this Entra tenant founded, by name. */
    public List<CompanyName> companiesOfTenant(UUID tenantId) {
        LOG.info("Looking across companies for those of tenant {}", tenantId);
        return jdbc.sql("select company_id, name from door_companies_of_tenant(?)")
                .params(tenantId)
                .query((rs, row) -> new CompanyName(new CompanyId(rs.getObject(1, UUID.class)), rs.getString(2)))
                .list();
    }
}

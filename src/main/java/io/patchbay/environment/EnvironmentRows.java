package io.patchbay.environment;

import io.patchbay.environment.EnvironmentView.ConnectionView;
import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads environments for their pages, one statement for any number of them. */
@Repository
class EnvironmentRows {

    private static final String SELECT = """
            select e.environment_id, e.name, e.created_at, i.tenant_id, i.tenant_name, i.primary_domain, i.connected_at,
              i.connected_by, i.approved_by, i.managed_devices, i.devices_counted_at
            from environment e
            left join intune_connection i on i.company_id = e.company_id and i.environment_id = e.environment_id
            where e.company_id = ?
            """;

    private final JdbcClient jdbc;

    EnvironmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EnvironmentView> all(CompanyId company) {
        return jdbc.sql(SELECT + " order by e.created_at, e.environment_id")
                .param(company.value())
                .query((rs, row) -> read(rs))
                .list();
    }

    Optional<EnvironmentView> find(CompanyId company, EnvironmentId environment) {
        return jdbc.sql(SELECT + " and e.environment_id = ?")
                .params(company.value(), environment.value())
                .query((rs, row) -> read(rs))
                .optional();
    }

    private static EnvironmentView read(ResultSet row) throws SQLException {
        return new EnvironmentView(
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("tenant_id") == null ? null : connection(row));
    }

    private static ConnectionView connection(ResultSet row) throws SQLException {
        return new ConnectionView(
                row.getObject("tenant_id", UUID.class),
                row.getString("tenant_name"),
                row.getString("primary_domain"),
                row.getObject("connected_at", OffsetDateTime.class).toInstant(),
                row.getString("connected_by"),
                row.getString("approved_by"),
                row.getObject("managed_devices", Integer.class));
    }
}

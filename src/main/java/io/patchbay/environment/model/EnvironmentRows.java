package io.patchbay.environment.model;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.EnvironmentView.ConnectionView;
import io.patchbay.environment.HealthView;
import io.patchbay.environment.connection.ConnectionState;
import io.patchbay.environment.connection.ConnectionState.Standing;
import io.patchbay.environment.connection.ConnectionState.Trouble;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads environments for their pages, one statement for any number of them. */
@Repository
public class EnvironmentRows {

    private static final String SELECT = """
            select e.environment_id, e.name, e.created_at, i.tenant_id, i.tenant_name, i.primary_domain, i.connected_at,
              i.connected_by, i.approved_by, i.managed_devices, i.state, i.state_since, i.problem, i.aadsts, i.missing_permissions,
              i.waived_permissions, i.inconclusive_reason, i.inconclusive_problem, i.inconclusive_since, i.checked_at, i.paused_at, i.paused_by, i.disconnecting
            from environment e
            left join intune_connection i on i.company_id = e.company_id and i.environment_id = e.environment_id
            where e.company_id = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EnvironmentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<EnvironmentView> all(CompanyId company) {
        return jdbc.sql(SELECT + " order by e.created_at, e.environment_id")
                .param(company.value())
                .query((rs, row) -> read(rs))
                .list();
    }

    public Optional<EnvironmentView> find(CompanyId company, EnvironmentId environment) {
        return jdbc.sql(SELECT + " and e.environment_id = ?")
                .params(company.value(), environment.value())
                .query((rs, row) -> read(rs))
                .optional();
    }

    private EnvironmentView read(ResultSet row) throws SQLException {
        return new EnvironmentView(
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("tenant_id") == null ? null : connection(row));
    }

    private static ConnectionState state(ResultSet row) throws SQLException {
        return new ConnectionState(
                Standing.valueOf(row.getString("state")),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                named(ConsentProblem.class, row.getString("problem")),
                row.getObject("aadsts", Integer.class),
                names(row.getArray("missing_permissions")),
                names(row.getArray("waived_permissions")),
                named(Trouble.class, row.getString("inconclusive_reason")),
                named(ConsentProblem.class, row.getString("inconclusive_problem")),
                instant(row, "inconclusive_since"),
                instant(row, "checked_at"),
                instant(row, "paused_at"),
                row.getString("paused_by"),
                row.getBoolean("disconnecting"));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Set<String> names(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private ConnectionView connection(ResultSet row) throws SQLException {
        return new ConnectionView(
                row.getObject("tenant_id", UUID.class),
                row.getString("tenant_name"),
                row.getString("primary_domain"),
                row.getObject("connected_at", OffsetDateTime.class).toInstant(),
                row.getString("connected_by"),
                row.getString("approved_by"),
                row.getObject("managed_devices", Integer.class),
                HealthView.of(state(row), clock.instant()));
    }
}

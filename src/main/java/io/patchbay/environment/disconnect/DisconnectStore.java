package io.patchbay.environment.disconnect;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of disconnects. */
@Repository
class DisconnectStore {

    private final JdbcClient jdbc;

    DisconnectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Run(
            UUID id,
            EnvironmentId environment,
            UUID tenantId,
            String tenantName,
            Actor.Member person,
            DisconnectChoice choice,
            @Nullable String correlation,
            @Nullable Agreement agreement,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    void insert(Run run) {
        var origin = run.person().origin();
        var agreement = run.agreement();
        jdbc.sql("""
                insert into disconnect_run (company_id, run_id, environment_id, tenant_id, tenant_name, person_tenant_id,
                  person_object_id, person_name, person_email, requested_at, address, user_agent, keeps_apps, confirmed_items,
                  correlation_id, asked_at, confirmed_by, confirmed_at, wait_hours, version)
                values (:company, :run, :environment, :tenant, :tenantName, :personTenant, :person, :name, :email, :at,
                  :address, :agent, :keeps, :items, :correlation, :asked, :confirmedBy, :confirmed, :wait, 0)
                """)
                .param("company", Current.company().value())
                .param("run", run.id())
                .param("environment", run.environment().value())
                .param("tenant", run.tenantId())
                .param("tenantName", run.tenantName())
                .param("personTenant", run.person().id().tenantId())
                .param("person", run.person().id().objectId())
                .param("name", run.person().name())
                .param("email", run.person().email())
                .param("at", Timestamps.utc(run.requestedAt()))
                .param("address", origin == null ? null : origin.address())
                .param("agent", origin == null ? null : origin.userAgent())
                .param("keeps", run.choice().keepsApps())
                .param("items", run.choice().items())
                .param("correlation", run.correlation())
                .param("asked", agreement == null ? null : Timestamps.utc(agreement.askedAt()))
                .param("confirmedBy", agreement == null ? null : agreement.confirmedBy())
                .param("confirmed", agreement == null ? null : Timestamps.utcOrNull(agreement.confirmedAt()))
                .param("wait", agreement == null ? null : agreement.waitHours())
                .update();
    }

    Optional<Run> find(UUID run) {
        return jdbc.sql("select * from disconnect_run where company_id = ? and run_id = ?")
                .params(Current.company().value(), run)
                .query((rs, row) -> run(rs))
                .optional();
    }

    Optional<UUID> active(EnvironmentId environment) {
        return jdbc.sql("""
                select run_id from disconnect_run
                where company_id = ? and environment_id = ? and finished_at is null
                """)
                .params(Current.company().value(), environment.value())
                .query(UUID.class)
                .optional();
    }

    /** Whether this call ended the run; false where another did. */
    boolean finish(UUID run, Instant at) {
        return jdbc.sql("""
                        update disconnect_run set finished_at = ?, version = version + 1
                        where company_id = ? and run_id = ? and finished_at is null
                        """)
                        .params(Timestamps.utc(at), Current.company().value(), run)
                        .update()
                == 1;
    }

    void removeConnection(EnvironmentId environment, UUID tenant) {
        jdbc.sql("delete from intune_connection where company_id = ? and environment_id = ?")
                .params(Current.company().value(), environment.value())
                .update();
        jdbc.sql("delete from tenant_claim where tenant_id = ? and company_id = ? and environment_id = ?")
                .params(tenant, Current.company().value(), environment.value())
                .update();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("run_id", UUID.class),
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                row.getObject("tenant_id", UUID.class),
                row.getString("tenant_name"),
                RequesterColumns.of(row),
                DisconnectChoice.of(row),
                row.getString("correlation_id"),
                Agreement.of(row),
                Timestamps.instant(row, "requested_at"),
                Timestamps.instantOrNull(row, "finished_at"));
    }
}

package io.patchbay.environment.protection;

import io.patchbay.environment.disconnect.DisconnectChoice;
import io.patchbay.environment.disconnect.RequesterColumns;
import io.patchbay.environment.protection.ProtectionRequest.ConnectionToEnd;
import io.patchbay.platform.jdbc.Timestamps;
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

/** Requests. Whoever changes one says in which status it must still be. */
@Repository
class RequestStore {

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProtectionRequest request) {
        var origin = request.person().origin();
        var connection = request.connection();
        jdbc.sql("""
                insert into disconnect_request (company_id, request_id, kind, environment_id, tenant_id, tenant_name,
                  keeps_apps, confirmed_items, second_person, wait_hours, person_tenant_id, person_object_id, person_name, person_email,
                  address, user_agent, correlation_id, requested_at, lapses_at, status, starts_at)
                values (:company, :request, :kind, :environment, :tenant, :tenantName, :keeps, :items, :second, :wait,
                  :personTenant, :person, :name, :email, :address, :agent, :correlation, :at, :lapses, :status, :starts)
                """)
                .param("company", Current.company().value())
                .param("request", request.id())
                .param("kind", request.kind().name())
                .param(
                        "environment",
                        connection == null ? null : connection.environment().value())
                .param("tenant", connection == null ? null : connection.tenantId())
                .param("tenantName", connection == null ? null : connection.tenantName())
                .param("keeps", connection == null ? null : connection.choice().keepsApps())
                .param("items", connection == null ? null : connection.choice().items())
                .param("second", request.protection().secondPerson())
                .param("wait", request.protection().waitHours())
                .param("personTenant", request.person().id().tenantId())
                .param("person", request.person().id().objectId())
                .param("name", request.person().name())
                .param("email", request.person().email())
                .param("address", origin == null ? null : origin.address())
                .param("agent", origin == null ? null : origin.userAgent())
                .param("correlation", request.correlation())
                .param("at", Timestamps.utc(request.requestedAt()))
                .param("lapses", Timestamps.utc(request.lapsesAt()))
                .param("status", request.status().name())
                .param("starts", Timestamps.utcOrNull(request.startsAt()))
                .update();
    }

    Optional<ProtectionRequest> find(UUID request) {
        return jdbc.sql("select * from disconnect_request where company_id = ? and request_id = ?")
                .params(Current.company().value(), request)
                .query((rs, row) -> request(rs))
                .optional();
    }

    /**
     * The open one.
     *
     * @param environment whose connection is to be disconnected; null for the one that changes the protection
     */
    Optional<ProtectionRequest> open(@Nullable EnvironmentId environment) {
        return jdbc.sql("""
                select * from disconnect_request
                where company_id = :company and environment_id is not distinct from :environment::uuid
                  and status in ('AWAITING_CONFIRMATION', 'WAITING')
                """)
                .param("company", Current.company().value())
                .param("environment", environment == null ? null : environment.value())
                .query((rs, row) -> request(rs))
                .optional();
    }

    /** Whether this call confirmed it; false where it no longer awaited that. */
    boolean confirm(UUID request, String by, Instant at) {
        return jdbc.sql("""
                        update disconnect_request set confirmed_by = ?, confirmed_at = ?
                        where company_id = ? and request_id = ? and status = 'AWAITING_CONFIRMATION' and confirmed_at is null
                        """)
                        .params(by, Timestamps.utc(at), Current.company().value(), request)
                        .update()
                == 1;
    }

    void schedule(UUID request, Instant startsAt) {
        jdbc.sql(
                        "update disconnect_request set status = 'WAITING', starts_at = ? where company_id = ? and request_id = ?")
                .params(Timestamps.utc(startsAt), Current.company().value(), request)
                .update();
    }

    void done(UUID request, @Nullable UUID run, Instant at) {
        jdbc.sql("""
                        update disconnect_request set status = 'DONE', run_id = :run, ended_at = :at
                        where company_id = :company and request_id = :request
                        """)
                .param("run", run)
                .param("at", Timestamps.utc(at))
                .param("company", Current.company().value())
                .param("request", request)
                .update();
    }

    /** Whether this call ended it; false where it stood otherwise by then. */
    boolean end(
            ProtectionRequest request, RequestStatus status, @Nullable String by, @Nullable String reason, Instant at) {
        return jdbc.sql("""
                update disconnect_request set status = :status, ended_at = :at, ended_by = :by, reason = :reason
                where company_id = :company and request_id = :request and status = :before
                """)
                        .param("status", status.name())
                        .param("at", Timestamps.utc(at))
                        .param("by", by)
                        .param("reason", reason)
                        .param("company", Current.company().value())
                        .param("request", request.id())
                        .param("before", request.status().name())
                        .update()
                == 1;
    }

    void delete(UUID request) {
        jdbc.sql("delete from disconnect_request where company_id = ? and request_id = ?")
                .params(Current.company().value(), request)
                .update();
    }

    private static ProtectionRequest request(ResultSet row) throws SQLException {
        return new ProtectionRequest(
                row.getObject("request_id", UUID.class),
                connection(row),
                new Protection(row.getBoolean("second_person"), row.getInt("wait_hours")),
                RequesterColumns.of(row),
                row.getString("correlation_id"),
                Timestamps.instant(row, "requested_at"),
                Timestamps.instant(row, "lapses_at"),
                RequestStatus.valueOf(row.getString("status")),
                row.getString("confirmed_by"),
                Timestamps.instantOrNull(row, "confirmed_at"),
                Timestamps.instantOrNull(row, "starts_at"),
                Timestamps.instantOrNull(row, "ended_at"),
                row.getString("ended_by"),
                row.getString("reason"),
                row.getObject("run_id", UUID.class));
    }

    private static @Nullable ConnectionToEnd connection(ResultSet row) throws SQLException {
        var environment = row.getObject("environment_id", UUID.class);
        return environment == null
                ? null
                : new ConnectionToEnd(
                        new EnvironmentId(environment),
                        row.getObject("tenant_id", UUID.class),
                        row.getString("tenant_name"),
                        DisconnectChoice.of(row));
    }
}

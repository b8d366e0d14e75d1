package io.patchbay.notification.incident;

import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConnectionIncidentStore {

    private final JdbcClient jdbc;

    ConnectionIncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ConnectionIncident> find(EnvironmentId environment) {
        return jdbc.sql("""
                        select kind, tenant_name, detail, since, notified_at from connection_incident
                        where company_id = ? and environment_id = ?
                        """)
                .params(Current.company().value(), environment.value())
                .query((rs, row) -> new ConnectionIncident(
                        environment,
                        NoticeKind.valueOf(rs.getString(1)),
                        rs.getString(2),
                        rs.getString(3),
                        Timestamps.instant(rs, 4),
                        Timestamps.instant(rs, 5)))
                .optional();
    }

    void save(ConnectionIncident incident) {
        jdbc.sql("""
                        insert into connection_incident values (?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint connection_incident_pk do update
                        set kind = excluded.kind, detail = excluded.detail, since = excluded.since, notified_at = excluded.notified_at
                        """)
                .params(
                        Current.company().value(),
                        incident.environment().value(),
                        incident.kind().name(),
                        incident.tenantName(),
                        incident.detail(),
                        Timestamps.utc(incident.since()),
                        Timestamps.utc(incident.toldAt()))
                .update();
    }

    /** Whether it is still as it was, so that this time counts. */
    boolean told(ConnectionIncident incident, Instant at) {
        return jdbc.sql(
                                "update connection_incident set notified_at = ? where company_id = ? and environment_id = ? and notified_at = ?")
                        .params(
                                Timestamps.utc(at),
                                Current.company().value(),
                                incident.environment().value(),
                                Timestamps.utc(incident.toldAt()))
                        .update()
                == 1;
    }

    void delete(EnvironmentId environment) {
        jdbc.sql("delete from connection_incident where company_id = ? and environment_id = ?")
                .params(Current.company().value(), environment.value())
                .update();
    }
}

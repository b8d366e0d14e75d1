package io.patchbay.deployment.synchronization;

import io.patchbay.deployment.SyncReport;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** When each environment of the current company was and will be synchronized. */
@Repository
public class SyncScheduleStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SyncScheduleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Schedule(
            EnvironmentId environment,
            @Nullable Instant askedAt,
            @Nullable String askedBy,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable SyncReport report,
            Instant nextAt) {

        boolean running() {
            return askedAt != null;
        }

        boolean readsCatalog() {
            return askedAt != null && askedBy != null && (begunAt == null || begunAt.isBefore(askedAt));
        }
    }

    /** Whether it is new. */
    boolean insert(EnvironmentId environment, Instant nextAt) {
        return jdbc.sql("""
                        insert into synchronization (company_id, environment_id, next_at) values (?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(Current.company().value(), environment.value(), Timestamps.utc(nextAt))
                        .update()
                == 1;
    }

    Optional<Schedule> find(EnvironmentId environment) {
        return jdbc.sql("select * from synchronization where company_id = ? and environment_id = ?")
                .params(Current.company().value(), environment.value())
                .query((rs, row) -> row(rs))
                .optional();
    }

    List<Schedule> all() {
        return jdbc.sql("select * from synchronization where company_id = ? order by environment_id")
                .param(Current.company().value())
                .query((rs, row) -> row(rs))
                .list();
    }

    /** Whether nobody had asked before for one that has not begun yet. */
    boolean ask(EnvironmentId environment, String by, Instant at) {
        return jdbc.sql("""
                        update synchronization set requested_at = ?, requested_by = ?
                        where company_id = ? and environment_id = ? and (requested_at is null or started_at >= requested_at)
                        """)
                        .params(Timestamps.utc(at), by, Current.company().value(), environment.value())
                        .update()
                == 1;
    }

    void begun(EnvironmentId environment, Instant at) {
        jdbc.sql("""
                        update synchronization set started_at = ?, requested_at = coalesce(requested_at, ?)
                        where company_id = ? and environment_id = ?
                        """)
                .params(
                        Timestamps.utc(at),
                        Timestamps.utc(at),
                        Current.company().value(),
                        environment.value())
                .update();
    }

    /** Somebody who asked after it had begun has asked for another one. */
    void ended(EnvironmentId environment, SyncReport report, Instant at, Instant nextAt) {
        jdbc.sql("""
                        update synchronization set
                          requested_at = case when requested_at > started_at then requested_at end,
                          requested_by = case when requested_at > started_at then requested_by end,
                          finished_at = ?, report = ?::jsonb, next_at = ?
                        where company_id = ? and environment_id = ?
                        """)
                .params(
                        Timestamps.utc(at),
                        json.writeValueAsString(report),
                        Timestamps.utc(nextAt),
                        Current.company().value(),
                        environment.value())
                .update();
    }

    public void delete(EnvironmentId environment) {
        jdbc.sql("delete from synchronization where company_id = ? and environment_id = ?")
                .params(Current.company().value(), environment.value())
                .update();
    }

    private Schedule row(ResultSet row) throws SQLException {
        var report = row.getString("report");
        return new Schedule(
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                Timestamps.instantOrNull(row, "requested_at"),
                row.getString("requested_by"),
                Timestamps.instantOrNull(row, "started_at"),
                Timestamps.instantOrNull(row, "finished_at"),
                report == null ? null : json.readValue(report, SyncReport.class),
                Timestamps.instant(row, "next_at"));
    }
}

package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.platform.tenancy.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and items of disconnects. Whoever stores what became of an item must still hold the version it began with. */
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
            boolean keepsApps,
            @Nullable String correlation,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    record Item(
            int number,
            String kind,
            ConnectionTeardown.TeardownItem piece,
            int attempts,
            Instant visibleFrom,
            int version) {}

    void insert(Run run) {
        var origin = run.person().origin();
        jdbc.sql("""
                insert into disconnect_run (company_id, run_id, environment_id, tenant_id, tenant_name, person_tenant_id,
                  person_object_id, person_name, person_email, requested_at, address, user_agent, keeps_apps,
                  correlation_id, version)
                values (:company, :run, :environment, :tenant, :tenantName, :personTenant, :person, :name, :email, :at,
                  :address, :agent, :keeps, :correlation, 0)
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
                .param("keeps", run.keepsApps())
                .param("correlation", run.correlation())
                .update();
    }

    void insert(UUID run, int number, String kind, ConnectionTeardown.TeardownItem piece, Instant at) {
        var app = piece.app();
        jdbc.sql("""
                insert into disconnect_item (company_id, run_id, item_no, kind, reference, name, app_name, app_version,
                  app_id, app_mark, status, attempts, visible_from, version)
                values (:company, :run, :number, :kind, :reference, :name, :appName, :appVersion, :appId, :mark, 'PENDING',
                  0, :at, 0)
                """)
                .param("company", Current.company().value())
                .param("run", run)
                .param("number", number)
                .param("kind", kind)
                .param("reference", piece.reference())
                .param("name", piece.name())
                .param("appName", app == null ? null : app.name())
                .param("appVersion", app == null ? null : app.version())
                .param("appId", app == null ? null : app.id())
                .param("mark", app == null ? null : app.mark())
                .param("at", Timestamps.utc(at))
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

    /** The item to be dealt with next: pending, and the first whose time has come. */
    Optional<Item> next(UUID run) {
        return jdbc.sql("""
                select * from disconnect_item where company_id = ? and run_id = ? and status = 'PENDING'
                order by visible_from, item_no limit 1
                """)
                .params(Current.company().value(), run)
                .query((rs, row) -> new Item(
                        rs.getInt("item_no"),
                        rs.getString("kind"),
                        new ConnectionTeardown.TeardownItem(rs.getString("reference"), rs.getString("name"), app(rs)),
                        rs.getInt("attempts"),
                        Timestamps.instant(rs, "visible_from"),
                        rs.getInt("version")))
                .optional();
    }

    /** Has an item tried again from then on; nothing where somebody else stored what became of it meanwhile. */
    void again(UUID run, Item item, String reason, Instant visibleFrom) {
        jdbc.sql("""
                update disconnect_item set reason = :reason, attempts = attempts + 1, visible_from = :visible,
                  version = version + 1
                where company_id = :company and run_id = :run and item_no = :item and version = :version
                """)
                .param("reason", reason)
                .param("visible", Timestamps.utc(visibleFrom))
                .param("company", Current.company().value())
                .param("run", run)
                .param("item", item.number())
                .param("version", item.version())
                .update();
    }

    /** The item is to be dealt with again at that time, and this try does not count. */
    void postpone(UUID run, Item item, String reason, Instant until) {
        jdbc.sql("""
                        update disconnect_item set visible_from = ?, reason = ?, version = version + 1
                        where company_id = ? and run_id = ? and item_no = ? and version = ?
                        """)
                .params(Timestamps.utc(until), reason, Current.company().value(), run, item.number(), item.version())
                .update();
    }

    /** Stores that an item is gone; false where somebody else stored what became of it meanwhile. */
    boolean removed(UUID run, Item item, Instant at) {
        return ended(run, item, "REMOVED", null, null, at);
    }

    /** Stores that an item stays; false where somebody else stored what became of it meanwhile. */
    boolean left(UUID run, Item item, Removal.Obstacle obstacle, String reason, Instant at) {
        return ended(run, item, "LEFT", obstacle, reason, at);
    }

    private boolean ended(
            UUID run,
            Item item,
            String status,
            Removal.@Nullable Obstacle obstacle,
            @Nullable String reason,
            Instant at) {
        return jdbc.sql("""
                update disconnect_item set status = :status, obstacle = :obstacle, reason = :reason,
                  attempts = attempts + 1, finished_at = :at, version = version + 1
                where company_id = :company and run_id = :run and item_no = :item and version = :version
                """)
                        .param("status", status)
                        .param("obstacle", obstacle == null ? null : obstacle.name())
                        .param("reason", reason)
                        .param("at", Timestamps.utc(at))
                        .param("company", Current.company().value())
                        .param("run", run)
                        .param("item", item.number())
                        .param("version", item.version())
                        .update()
                == 1;
    }

    /** None of the kind is to be dealt with before that time. */
    void wait(UUID run, String kind, String reason, Instant until) {
        jdbc.sql("""
                        update disconnect_item set visible_from = greatest(visible_from, ?), reason = ?, version = version + 1
                        where company_id = ? and run_id = ? and kind = ? and status = 'PENDING'
                        """)
                .params(Timestamps.utc(until), reason, Current.company().value(), run, kind)
                .update();
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
        var address = row.getString("address");
        return new Run(
                row.getObject("run_id", UUID.class),
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                row.getObject("tenant_id", UUID.class),
                row.getString("tenant_name"),
                new Actor.Member(
                        new PersonId(
                                row.getObject("person_tenant_id", UUID.class),
                                row.getObject("person_object_id", UUID.class)),
                        row.getString("person_name"),
                        row.getString("person_email"),
                        address == null ? null : new Actor.Origin(address, row.getString("user_agent"))),
                row.getBoolean("keeps_apps"),
                row.getString("correlation_id"),
                Timestamps.instant(row, "requested_at"),
                Timestamps.instantOrNull(row, "finished_at"));
    }

    static ConnectionTeardown.@Nullable TenantApp app(ResultSet row) throws SQLException {
        var mark = row.getString("app_mark");
        return mark == null
                ? null
                : new ConnectionTeardown.TenantApp(
                        row.getString("app_name"), row.getString("app_version"), row.getString("app_id"), mark);
    }
}

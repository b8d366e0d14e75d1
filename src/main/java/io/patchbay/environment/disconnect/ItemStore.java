package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.disconnect.DisconnectStore.Run;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.RemovalPolicy.Next;
import io.patchbay.platform.job.RemovalPolicy.Standing;
import io.patchbay.platform.tenancy.Current;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items of disconnects. Whoever stores what became of one must still hold the version it began with. */
@Repository
class ItemStore {

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An item.
     *
     * @param failingSince since when it, or its kind, fails in ways that may pass; null where that is not so
     * @param unsettledSince since when the tenant says that this one cannot be removed yet; null where it does not
     */
    record Item(
            int number,
            String kind,
            ConnectionTeardown.TeardownItem piece,
            int attempts,
            @Nullable Instant failingSince,
            @Nullable Instant unsettledSince,
            Instant visibleFrom,
            int version) {

        /** How its removal stands. */
        Standing standing(Run run) {
            return new Standing(run.requestedAt(), attempts, failingSince, unsettledSince);
        }

        /** The same now that the identifier of its application is known. */
        Item found(String id) {
            var app = piece.app();
            return app == null || app.id() != null
                    ? this
                    : new Item(
                            number,
                            kind,
                            piece.found(id),
                            attempts,
                            failingSince,
                            unsettledSince,
                            visibleFrom,
                            version);
        }
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

    /** The items to be dealt with next: pending, those first whose time comes first. */
    List<Item> next(UUID run, int limit) {
        return jdbc.sql("""
                select * from disconnect_item where company_id = ? and run_id = ? and status = 'PENDING'
                order by visible_from, item_no limit ?
                """)
                .params(Current.company().value(), run, limit)
                .query((rs, row) -> new Item(
                        rs.getInt("item_no"),
                        rs.getString("kind"),
                        new ConnectionTeardown.TeardownItem(rs.getString("reference"), rs.getString("name"), app(rs)),
                        rs.getInt("attempts"),
                        Timestamps.instantOrNull(rs, "failing_since"),
                        Timestamps.instantOrNull(rs, "unsettled_since"),
                        Timestamps.instant(rs, "visible_from"),
                        rs.getInt("version")))
                .list();
    }

    /** Notes under which identifier the application was found, where none was known. */
    void found(UUID run, Item item, String id) {
        jdbc.sql("""
                update disconnect_item set app_id = coalesce(app_id, ?)
                where company_id = ? and run_id = ? and item_no = ? and app_mark is not null
                """).params(id, Current.company().value(), run, item.number()).update();
    }

    /** Has an item tried again; nothing where somebody else stored what became of it meanwhile. */
    void again(UUID run, Item item, Next.Again again) {
        var standing = again.standing();
        jdbc.sql("""
                update disconnect_item set reason = :reason, attempts = :attempts, failing_since = :failing,
                  unsettled_since = :unsettled, visible_from = :visible, version = version + 1
                where company_id = :company and run_id = :run and item_no = :item and version = :version
                """)
                .param("reason", again.reason())
                .param("attempts", standing.tries())
                .param("failing", Timestamps.utcOrNull(standing.failingSince()))
                .param("unsettled", Timestamps.utcOrNull(standing.unsettledSince()))
                .param("visible", Timestamps.utc(again.from()))
                .param("company", Current.company().value())
                .param("run", run)
                .param("item", item.number())
                .param("version", item.version())
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

    /** None of the kind can be tried now, and none is to be before that time. */
    void wait(UUID run, String kind, String reason, Instant now, Instant until) {
        jdbc.sql("""
                update disconnect_item set visible_from = greatest(visible_from, :until), reason = :reason,
                  failing_since = coalesce(failing_since, :now), unsettled_since = null, version = version + 1
                where company_id = :company and run_id = :run and kind = :kind and status = 'PENDING'
                """)
                .param("until", Timestamps.utc(until))
                .param("reason", reason)
                .param("now", Timestamps.utc(now))
                .param("company", Current.company().value())
                .param("run", run)
                .param("kind", kind)
                .update();
    }

    /** Those of the kind can be tried again. */
    void answered(UUID run, String kind) {
        jdbc.sql("""
                update disconnect_item set failing_since = null
                where company_id = ? and run_id = ? and kind = ? and status = 'PENDING' and failing_since is not null
                """).params(Current.company().value(), run, kind).update();
    }

    static ConnectionTeardown.@Nullable TenantApp app(ResultSet row) throws SQLException {
        var mark = row.getString("app_mark");
        return mark == null
                ? null
                : new ConnectionTeardown.TenantApp(
                        row.getString("app_name"), row.getString("app_version"), row.getString("app_id"), mark);
    }
}

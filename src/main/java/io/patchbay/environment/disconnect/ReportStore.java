package io.patchbay.environment.disconnect;

import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the pieces of disconnects, to be read. */
@Repository
class ReportStore {

    private final JdbcClient jdbc;
    private final EntraEndpoints endpoints;

    ReportStore(JdbcClient jdbc, EntraEndpoints endpoints) {
        this.jdbc = jdbc;
        this.endpoints = endpoints;
    }

    /**
     * How far a disconnect is.
     *
     * @param appsLeft those of the pieces left that are applications in the tenant
     */
    record Progress(int removed, int left, int total, int appsLeft) {}

    Progress progress(UUID run) {
        return jdbc.sql("""
                select count(*) filter (where status = 'REMOVED'), count(*) filter (where status = 'LEFT'), count(*),
                  count(*) filter (where status = 'LEFT' and app_mark is not null)
                from disconnect_item where company_id = ? and run_id = ?
                """)
                .params(Current.company().value(), run)
                .query((rs, row) -> new Progress(rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4)))
                .single();
    }

    /** The last disconnect of each environment that ended. */
    List<DisconnectSummary> summaries() {
        return jdbc.sql("""
                select distinct on (environment_id) environment_id, run_id, tenant_id, tenant_name from disconnect_run
                where company_id = ? and finished_at is not null order by environment_id, finished_at desc
                """)
                .param(Current.company().value())
                .query((rs, row) -> new DisconnectSummary(
                        new EnvironmentId(rs.getObject(1, UUID.class)),
                        rs.getObject(2, UUID.class),
                        rs.getObject(3, UUID.class),
                        rs.getString(4)))
                .list();
    }

    /** How many pieces ended each way. */
    Map<ReportResult, Integer> counts(UUID run) {
        var counts = new EnumMap<ReportResult, Integer>(ReportResult.class);
        jdbc.sql("""
                        select status, obstacle, count(*) from disconnect_item
                        where company_id = ? and run_id = ? and status <> 'PENDING' group by status, obstacle
                        """).params(Current.company().value(), run).query(row -> {
            counts.merge(result(row.getString(1), row.getString(2)), row.getInt(3), Integer::sum);
        });
        return counts;
    }

    /**
     * The next pieces in the order of removal.
     *
     * @param result only those; null for all
     * @param after the number of the last one before them
     */
    List<ReportItem> items(UUID run, @Nullable ReportResult result, int after, int most) {
        return jdbc.sql("""
                select * from disconnect_item
                where company_id = :company and run_id = :run and item_no > :after and status <> 'PENDING'
                  and (:status::text is null or status = :status::text)
                  and (:obstacle::text is null or coalesce(obstacle, 'REFUSED') = :obstacle::text)
                order by item_no limit :most
                """)
                .param("company", Current.company().value())
                .param("run", run)
                .param("after", after)
                .param("status", result == null ? null : result.left() ? "LEFT" : "REMOVED")
                .param("obstacle", result == null ? null : result.stored().orElse(null))
                .param("most", most)
                .query((rs, row) -> item(rs))
                .list();
    }

    /** The first pieces that stayed. */
    List<ReportItem> left(UUID run, int most) {
        return jdbc.sql("""
                select * from disconnect_item where company_id = ? and run_id = ? and status = 'LEFT' order by item_no limit ?
                """)
                .params(Current.company().value(), run, most)
                .query((rs, row) -> item(rs))
                .list();
    }

    /** The applications that are still in the tenant as far as is known, in the order in which they can be removed. */
    List<ReportItem> leftApps(UUID run) {
        return jdbc.sql("""
                select * from disconnect_item
                where company_id = ? and run_id = ? and status = 'LEFT' and app_mark is not null order by item_no
                """)
                .params(Current.company().value(), run)
                .query((rs, row) -> item(rs))
                .list();
    }

    private ReportItem item(ResultSet row) throws SQLException {
        var app = ItemStore.app(row);
        var result = result(row.getString("status"), row.getString("obstacle"));
        return new ReportItem(
                row.getInt("item_no"),
                row.getString("kind"),
                row.getString("name"),
                app,
                result,
                row.getString("reason"),
                row.getInt("attempts"),
                Timestamps.instantOrNull(row, "finished_at"),
                app == null || app.id() == null || !result.left() ? null : endpoints.intuneApp(app.id()));
    }

    private static ReportResult result(String status, @Nullable String obstacle) {
        return status.equals("REMOVED") ? ReportResult.REMOVED : ReportResult.left(obstacle);
    }
}

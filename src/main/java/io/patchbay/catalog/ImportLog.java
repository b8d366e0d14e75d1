package io.patchbay.catalog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the last import went. */
@Service
class ImportLog {

    private static final int PROBLEMS_SHOWN = 200;

    private final JdbcClient jdbc;

    ImportLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hash of the zip file that was last imported from that source. */
    @Transactional(readOnly = true)
    Optional<String> hash(String source) {
        return jdbc.sql("select source_hash from catalog_import where source = ? and failure is null")
                .param(source)
                .query((rs, row) -> Optional.ofNullable(rs.getString(1)))
                .optional()
                .flatMap(hash -> hash);
    }

    @Transactional
    void store(CatalogReport report, @Nullable String hash) {
        jdbc.sql("""
                insert into catalog_import values (true, :begun, :ended, :source, :hash, :versions, :changed, :withdrawn,
                  :problems, :failure)
                on conflict (only_row) do update set begun_at = excluded.begun_at, ended_at = excluded.ended_at,
                  source = excluded.source, source_hash = coalesce(excluded.source_hash, catalog_import.source_hash),
                  versions = excluded.versions, changed = excluded.changed, withdrawn = excluded.withdrawn,
                  problems = excluded.problems, failure = excluded.failure
                """)
                .param("begun", CatalogRows.utc(report.begunAt()))
                .param("ended", CatalogRows.utc(report.endedAt()))
                .param("source", report.source())
                .param("hash", hash)
                .param("versions", report.versions())
                .param("changed", report.changed())
                .param("withdrawn", report.withdrawn())
                .param("problems", report.problems())
                .param("failure", report.failure())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<CatalogReport> last() {
        return jdbc.sql("select * from catalog_import")
                .query((rs, row) -> new CatalogReport(
                        rs.getString("source"),
                        at(rs.getObject("begun_at", OffsetDateTime.class)),
                        at(rs.getObject("ended_at", OffsetDateTime.class)),
                        rs.getInt("versions"),
                        rs.getInt("changed"),
                        rs.getInt("withdrawn"),
                        rs.getInt("problems"),
                        rs.getString("failure")))
                .optional();
    }

    private static Instant at(OffsetDateTime time) {
        return time.toInstant();
    }

    @Transactional(readOnly = true)
    List<CatalogProblem> problems() {
        return jdbc.sql("""
                        select folder, problem from catalog_manifest where problem is not null order by folder limit ?
                        """)
                .param(PROBLEMS_SHOWN)
                .query((rs, row) -> new CatalogProblem(rs.getString(1), rs.getString(2)))
                .list();
    }

    @Transactional(readOnly = true)
    int countProblems() {
        return jdbc.sql("select count(*) from catalog_manifest where problem is not null")
                .query(Integer.class)
                .single();
    }
}

package io.patchbay.catalog.imports;

import io.patchbay.catalog.imports.CatalogWriter.ManifestProblemFound;
import io.patchbay.catalog.manifest.FolderReading;
import io.patchbay.platform.jdbc.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the importer remembers: the folders as they were, what could not be taken, and each import. */
@Repository
class ImportStore {

    private static final int RUNS_KEPT = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Map<String, String> fingerprints() {
        var all = new HashMap<String, String>();
        jdbc.sql("select folder, fingerprint from catalog_folder").query(rs -> {
            all.put(rs.getString("folder"), rs.getString("fingerprint"));
        });
        return all;
    }

    /** A folder with a version that another folder has too is looked at again next time. */
    void remember(List<FolderReading> readings, List<ManifestProblemFound> found) {
        var again = found.stream().map(ManifestProblemFound::place).collect(Collectors.toSet());
        batches.batchUpdate(
                """
                insert into catalog_folder (folder, fingerprint) values (?, ?)
                on conflict (folder) do update set fingerprint = excluded.fingerprint
                """,
                readings.stream()
                        .map(reading -> new Object[] {
                            reading.place(), again.contains(reading.place()) ? "" : reading.fingerprint()
                        })
                        .toList());
    }

    void forget(List<String> places) {
        var array = places.toArray(String[]::new);
        jdbc.sql("delete from catalog_folder where folder = any (?)")
                .param(array)
                .update();
        jdbc.sql("delete from catalog_problem where folder = any (?)")
                .param(array)
                .update();
    }

    /** The problems of these folders are now these. */
    void problems(List<FolderReading> readings, List<ManifestProblemFound> found, Instant now) {
        var rows = new ArrayList<Object[]>();
        for (var reading : readings) {
            reading.problems()
                    .forEach(one ->
                            rows.add(new Object[] {reading.place(), one.file(), one.why(), Timestamps.utc(now)}));
        }
        found.forEach(one -> rows.add(new Object[] {one.place(), one.file(), one.why(), Timestamps.utc(now)}));
        var places = readings.stream().map(FolderReading::place).toArray(String[]::new);
        var files = rows.stream().map(row -> row[0] + "/" + row[1]).toArray(String[]::new);
        jdbc.sql("delete from catalog_problem where folder = any (?) and folder || '/' || file <> all (?)")
                .params(places, files)
                .update();
        batches.batchUpdate("""
                insert into catalog_problem (folder, file, problem, since) values (?, ?, ?, ?)
                on conflict (folder, file) do update set problem = excluded.problem
                """, rows);
    }

    int problemCount() {
        return jdbc.sql("select count(*) from catalog_problem")
                .query(Integer.class)
                .single();
    }

    List<ManifestProblem> problems(int atMost) {
        return jdbc.sql("select * from catalog_problem order by since desc, folder, file limit ?")
                .param(atMost)
                .query((rs, row) -> new ManifestProblem(
                        rs.getString("folder"),
                        rs.getString("file"),
                        rs.getString("problem"),
                        Timestamps.instant(rs, "since")))
                .list();
    }

    void record(ImportReport run) {
        jdbc.sql("insert into catalog_import values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.id(),
                        run.source(),
                        Timestamps.utc(run.startedAt()),
                        Timestamps.utc(run.finishedAt()),
                        run.folders(),
                        run.changed(),
                        run.releases(),
                        run.withdrawn(),
                        run.problems())
                .param(run.failure())
                .update();
        jdbc.sql("""
                        delete from catalog_import where import_id in
                          (select import_id from catalog_import order by started_at desc, import_id desc offset ?)
                        """).param(RUNS_KEPT).update();
    }

    boolean readSince(Instant then) {
        return jdbc.sql("select exists (select from catalog_import where started_at >= ?)")
                .param(Timestamps.utc(then))
                .query(Boolean.class)
                .single();
    }

    /** Whether a job of that name is running, on any instance. */
    boolean underWay(String job) {
        return jdbc.sql("select exists (select from scheduled_tasks where task_name = ? and picked)")
                .param(job)
                .query(Boolean.class)
                .single();
    }

    List<ImportReport> runs(int atMost) {
        return jdbc.sql("select * from catalog_import order by started_at desc, import_id desc limit ?")
                .param(atMost)
                .query((rs, row) -> new ImportReport(
                        rs.getObject("import_id", UUID.class),
                        rs.getString("source"),
                        Timestamps.instant(rs, "started_at"),
                        Timestamps.instant(rs, "finished_at"),
                        rs.getInt("folders"),
                        rs.getInt("changed"),
                        rs.getInt("releases"),
                        rs.getInt("withdrawn"),
                        rs.getInt("problems"),
                        rs.getString("failure")))
                .list();
    }
}

package io.patchbay.catalog.imports;

import io.patchbay.catalog.manifest.FolderReading;
import io.patchbay.platform.jdbc.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Versions as the importer writes them, and the applications that follow from them. */
@Repository
public class CatalogWriter {

    private static final String REFRESH = """
            insert into catalog_app (app_id, name, publisher, summary, description, homepage, license, newest_version,
              updated_at, architectures, icon_url, icon_sha256, withdrawn)
            select distinct on (app_id) app_id, name, publisher, summary, description, homepage, license, version,
              least(coalesce(released_on::timestamp at time zone 'UTC', first_seen_at), first_seen_at), architectures,
              icon_url, icon_sha256, withdrawn_at is not null
            from catalog_release where app_id = any (?)
            order by app_id, withdrawn_at is not null, sort_key desc, version
            on conflict (app_id) do update set name = excluded.name, publisher = excluded.publisher,
              summary = excluded.summary, description = excluded.description, homepage = excluded.homepage,
              license = excluded.license, newest_version = excluded.newest_version, updated_at = excluded.updated_at,
              architectures = excluded.architectures, icon_url = excluded.icon_url,
              icon_sha256 = excluded.icon_sha256, withdrawn = excluded.withdrawn
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    CatalogWriter(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /**
     * What became of a batch.
     *
     * @param problems versions that another folder has already
     */
    record Stored(int releases, List<ManifestProblemFound> problems) {}

    /** A problem that shows only when a version is stored. */
    record ManifestProblemFound(String place, String file, String why) {}

    Stored store(List<FolderReading> readings, Instant now) {
        var all = readings.stream()
                .flatMap(reading ->
                        reading.releases().stream().map(release -> new ReleaseBatch.Placed(reading.place(), release)))
                .toList();
        if (all.isEmpty()) {
            return new Stored(0, List.of());
        }
        var counts = batches.batchUpdate(ReleaseBatch.SQL, new ReleaseBatch(all, json, now));
        var problems = new ArrayList<ManifestProblemFound>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                var one = all.get(i);
                problems.add(new ManifestProblemFound(
                        one.place(),
                        one.release().app() + " " + one.release().version(),
                        "Another folder already has this version"));
            }
        }
        refresh(all.stream().map(one -> one.release().app().value()).toList());
        return new Stored(all.size() - problems.size(), problems);
    }

    /** Of folders that could be read as a whole, what is no longer in them. */
    int withdrawMissing(List<FolderReading> readings, Instant now) {
        var apps = new ArrayList<String>();
        for (var reading : readings) {
            if (reading.problems().isEmpty()) {
                apps.addAll(jdbc.sql("""
                                update catalog_release set withdrawn_at = :now
                                where folder = :folder and withdrawn_at is null and (app_id || ' ' || version) not in (:kept)
                                returning app_id
                                """)
                        .param("now", Timestamps.utc(now))
                        .param("folder", reading.place())
                        .param("kept", kept(reading))
                        .query((rs, row) -> rs.getString("app_id"))
                        .list());
            }
        }
        refresh(apps);
        return apps.size();
    }

    private static List<String> kept(FolderReading reading) {
        var kept = new ArrayList<>(List.of(""));
        reading.releases().forEach(release -> kept.add(release.app() + " " + release.version()));
        return kept;
    }

    int withdraw(List<String> places, Instant now) {
        var apps = jdbc.sql("""
                        update catalog_release set withdrawn_at = ? where folder = any (?) and withdrawn_at is null
                        returning app_id
                        """)
                .params(Timestamps.utc(now), places.toArray(String[]::new))
                .query((rs, row) -> rs.getString("app_id"))
                .list();
        refresh(apps);
        return apps.size();
    }

    private void refresh(Collection<String> apps) {
        if (!apps.isEmpty()) {
            jdbc.sql(REFRESH)
                    .param(new LinkedHashSet<>(apps).toArray(String[]::new))
                    .update();
        }
    }
}

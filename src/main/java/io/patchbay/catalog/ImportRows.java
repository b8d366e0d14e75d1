package io.patchbay.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Stores what an import reads, some hundred versions at a time. */
@Service
class ImportRows {

    private static final int IDS_AT_ONCE = 5000;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ImportRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A folder that was read: what it said, or what was wrong with it. */
    record Read(
            ManifestSource.Folder folder,
            @Nullable Manifest manifest,
            @Nullable String problem) {}

    /** What each folder was when it was last read. */
    @Transactional(readOnly = true)
    Map<String, String> fingerprints() {
        var prints = new HashMap<String, String>();
        jdbc.query("select folder, fingerprint from catalog_manifest", row -> {
            prints.put(row.getString(1), row.getString(2));
        });
        return prints;
    }

    @Transactional
    void store(List<Read> batch, Instant now) {
        var good = batch.stream().filter(one -> one.manifest() != null).toList();
        var versions = new ArrayList<Object[]>();
        for (var one : good) {
            var manifest = one.manifest();
            if (manifest != null) {
                versions.add(new Object[] {
                    manifest.app().value(),
                    manifest.version(),
                    CatalogRows.utc(now),
                    json.writeValueAsString(manifest.contents())
                });
            }
        }
        jdbc.batchUpdate("""
                insert into catalog_version (app_id, app_version, since, release) values (?, ?, ?, ?::jsonb)
                on conflict (app_id, app_version) do update set release = excluded.release, withdrawn_at = null
                """, versions);
        jdbc.batchUpdate("""
                insert into catalog_manifest (folder, fingerprint, app_id, app_version, problem) values (?, ?, ?, ?, ?)
                on conflict (folder) do update set fingerprint = excluded.fingerprint,
                  app_id = coalesce(excluded.app_id, catalog_manifest.app_id),
                  app_version = coalesce(excluded.app_version, catalog_manifest.app_version), problem = excluded.problem
                """, batch.stream().map(ImportRows::row).toList());
        refresh(
                good.stream()
                        .map(Read::manifest)
                        .filter(java.util.Objects::nonNull)
                        .map(manifest -> manifest.app().value())
                        .collect(Collectors.toSet()),
                now);
    }

    private static @Nullable Object[] row(Read one) {
        var manifest = one.manifest();
        return new @Nullable Object[] {
            one.folder().name(),
            one.folder().fingerprint(),
            manifest == null ? null : manifest.app().value(),
            manifest == null ? null : manifest.version(),
            one.problem()
        };
    }

    /** Folders that are not there any more: their versions are withdrawn. How many those are. */
    @Transactional
    int withdraw(List<String> folders, Instant now) {
        var names = folders.toArray(String[]::new);
        var apps = jdbc.query("""
                update catalog_version v set withdrawn_at = ? from catalog_manifest m
                where m.folder = any (?) and v.app_id = m.app_id and v.app_version = m.app_version and v.withdrawn_at is null
                returning v.app_id
                """, (rs, row) -> rs.getString(1), CatalogRows.utc(now), names);
        jdbc.update("delete from catalog_manifest where folder = any (?)", (Object) names);
        refresh(Set.copyOf(apps), now);
        return apps.size();
    }

    /** An application shows what its newest version says. */
    private void refresh(Set<String> apps, Instant now) {
        var ids = new ArrayList<>(new TreeSet<>(apps));
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            refresh(ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE)), now);
        }
    }

    private void refresh(List<String> apps, Instant now) {
        var newest = new HashMap<String, String>();
        var any = new HashMap<String, String>();
        jdbc.query(
                "select app_id, app_version, withdrawn_at is not null from catalog_version where app_id = any (?)",
                row -> {
                    var version = row.getString(2);
                    any.merge(row.getString(1), version, ImportRows::newer);
                    if (!row.getBoolean(3)) {
                        newest.merge(row.getString(1), version, ImportRows::newer);
                    }
                },
                (Object) apps.toArray(String[]::new));
        var rows = new ArrayList<Object[]>();
        any.forEach((app, last) -> rows.add(new Object[] {app, newest.getOrDefault(app, last)}));
        var contents = new HashMap<String, Contents>();
        for (var each : rows) {
            jdbc.query(
                    "select release from catalog_version where app_id = ? and app_version = ?",
                    row -> {
                        contents.put(String.valueOf(each[0]), json.readValue(row.getString(1), Contents.class));
                    },
                    each);
        }
        jdbc.batchUpdate(
                """
                insert into catalog_app (app_id, name, publisher, summary, newest, architectures, updated_at, words)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (app_id) do update set name = excluded.name, publisher = excluded.publisher,
                  summary = excluded.summary, architectures = excluded.architectures, words = excluded.words,
                  updated_at = case when catalog_app.newest is distinct from excluded.newest
                    then excluded.updated_at else catalog_app.updated_at end,
                  newest = excluded.newest
                """,
                contents.entrySet().stream()
                        .map(each -> app(each.getKey(), newest.get(each.getKey()), each.getValue(), now))
                        .toList());
    }

    private static String newer(String one, String other) {
        return VersionOrder.INSTANCE.compare(one, other) >= 0 ? one : other;
    }

    private static @Nullable Object[] app(String id, @Nullable String newest, Contents contents, Instant now) {
        return new @Nullable Object[] {
            id,
            contents.name(),
            contents.publisher(),
            contents.summary(),
            newest,
            contents.installers().stream()
                    .map(one -> one.architecture().name())
                    .distinct()
                    .sorted()
                    .toArray(String[]::new),
            CatalogRows.utc(now),
            Stream.concat(
                            Stream.of(contents.name(), contents.publisher(), id.replace('.', ' '), contents.summary()),
                            contents.tags().stream())
                    .collect(Collectors.joining(" "))
        };
    }
}

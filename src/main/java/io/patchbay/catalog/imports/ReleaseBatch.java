package io.patchbay.catalog.imports;

import io.patchbay.catalog.manifest.ParsedRelease;
import io.patchbay.catalog.manifest.VersionKey;
import io.patchbay.platform.jdbc.Timestamps;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import tools.jackson.databind.json.JsonMapper;

/** Versions on their way into the table, many in one round trip. */
record ReleaseBatch(List<Placed> all, JsonMapper json, Instant now) implements BatchPreparedStatementSetter {

    /** A version stays the one of the folder it came from, until that has withdrawn it. */
    static final String SQL = """
            insert into catalog_release (app_id, version, sort_key, name, publisher, summary, description, homepage, license,
              installers, architectures, released_on, icon_url, icon_sha256, locale, release_notes_url, first_seen_at, folder)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (app_id, version) do update set sort_key = excluded.sort_key, name = excluded.name,
              publisher = excluded.publisher,
              summary = excluded.summary, description = excluded.description, homepage = excluded.homepage,
              license = excluded.license, installers = excluded.installers, architectures = excluded.architectures,
              released_on = excluded.released_on, icon_url = excluded.icon_url, icon_sha256 = excluded.icon_sha256,
              locale = excluded.locale, release_notes_url = excluded.release_notes_url, folder = excluded.folder, withdrawn_at = null
            where catalog_release.folder = excluded.folder or catalog_release.withdrawn_at is not null
            """;

    /** A version and the folder it is in. */
    record Placed(String place, ParsedRelease release) {}

    @Override
    public void setValues(PreparedStatement statement, int index) throws SQLException {
        var placed = all.get(index);
        var release = placed.release();
        int column = 1;
        statement.setString(column++, release.app().value());
        statement.setString(column++, release.version());
        statement.setBytes(column++, VersionKey.of(release.version()));
        statement.setString(column++, release.name());
        statement.setString(column++, release.publisher());
        statement.setString(column++, release.summary());
        statement.setString(column++, release.description());
        statement.setString(column++, release.homepage());
        statement.setString(column++, release.license());
        statement.setString(column++, json.writeValueAsString(release.installers()));
        statement.setArray(
                column++,
                statement
                        .getConnection()
                        .createArrayOf("text", release.architectures().toArray()));
        statement.setObject(column++, release.releasedOn());
        var icon = release.icon();
        statement.setString(column++, icon == null ? null : icon.url().toString());
        statement.setString(column++, icon == null ? null : icon.sha256());
        statement.setString(column++, release.locale());
        statement.setString(column++, release.releaseNotes());
        statement.setObject(column++, Timestamps.utc(now));
        statement.setString(column, placed.place());
    }

    @Override
    public int getBatchSize() {
        return all.size();
    }
}

package io.patchbay.catalog.store;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.Release;
import io.patchbay.platform.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Versions as they are stored. */
@Repository
public class ReleaseStore {

    private static final TypeReference<List<Installer>> INSTALLERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReleaseStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Release> find(AppId app, String version) {
        return jdbc.sql("select * from catalog_release where app_id = ? and version = ?")
                .params(app.value(), version)
                .query(this::release)
                .optional();
    }

    public Optional<Release> newest(AppId app, Instant seenBefore) {
        return jdbc.sql("""
                        select * from catalog_release
                        where app_id = ? and withdrawn_at is null and first_seen_at <= ?
                        order by sort_key desc, version limit 1
                        """)
                .params(app.value(), Timestamps.utc(seenBefore))
                .query(this::release)
                .optional();
    }

    public Map<AppId, Release> newest(Collection<AppId> apps, Instant seenBefore) {
        return jdbc
                .sql("""
                        select distinct on (app_id) * from catalog_release
                        where app_id in (:apps) and withdrawn_at is null and first_seen_at <= :seen
                        order by app_id, sort_key desc, version
                        """)
                .param("apps", apps.stream().map(AppId::value).toList())
                .param("seen", Timestamps.utc(seenBefore))
                .query(this::release)
                .list()
                .stream()
                .collect(Collectors.toMap(Release::app, Function.identity()));
    }

    public List<String> versions(AppId app) {
        return jdbc.sql("""
                        select version from catalog_release where app_id = ? and withdrawn_at is null
                        order by sort_key desc, version
                        """)
                .param(app.value())
                .query((rs, row) -> rs.getString("version"))
                .list();
    }

    /** The newest versions, also withdrawn ones, and no more than that many. */
    public List<Release> all(AppId app, int atMost) {
        return jdbc.sql("select * from catalog_release where app_id = ? order by sort_key desc, version limit ?")
                .params(app.value(), atMost)
                .query(this::release)
                .list();
    }

    public List<AppId> called(String name, String publisher) {
        return jdbc.sql("""
                        select app_id from catalog_app
                        where name_key = lower(?) and publisher_key = lower(?) and not withdrawn limit 2
                        """)
                .params(name, publisher)
                .query((row, number) -> new AppId(row.getString(1)))
                .list();
    }

    public Map<AppId, String> names(Collection<AppId> apps) {
        return jdbc
                .sql("select app_id, name from catalog_app where app_id in (:apps)")
                .param("apps", apps.stream().map(AppId::value).toList())
                .query((rs, row) -> Map.entry(new AppId(rs.getString("app_id")), rs.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Release release(ResultSet rs, int row) throws SQLException {
        return new Release(
                new AppId(rs.getString("app_id")),
                rs.getString("name"),
                rs.getString("publisher"),
                rs.getString("description"),
                rs.getString("homepage"),
                rs.getString("release_notes_url"),
                rs.getString("license"),
                rs.getString("version"),
                rs.getString("locale"),
                rs.getObject("released_on", LocalDate.class),
                Timestamps.instant(rs, "first_seen_at"),
                rs.getObject("withdrawn_at") != null,
                json.readValue(rs.getString("installers"), INSTALLERS));
    }
}

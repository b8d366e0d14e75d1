package io.patchbay.catalog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Applications and versions as they are stored, to be read. */
@Repository
class CatalogRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CatalogRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Known(String version, Instant since, boolean withdrawn) {}

    record Named(AppId app, String name) {}

    Optional<Release> release(AppId app, String version) {
        return jdbc.sql("""
                        select release, since, withdrawn_at is not null from catalog_version
                        where app_id = ? and app_version = ?
                        """)
                .params(app.value(), version)
                .query((rs, row) -> json.readValue(rs.getString(1), Contents.class)
                        .release(
                                app,
                                version,
                                rs.getObject(2, OffsetDateTime.class).toInstant(),
                                rs.getBoolean(3)))
                .optional();
    }

    List<Known> versions(AppId app) {
        return jdbc.sql("select app_version, since, withdrawn_at is not null from catalog_version where app_id = ?")
                .param(app.value())
                .query((rs, row) -> new Known(
                        rs.getString(1), rs.getObject(2, OffsetDateTime.class).toInstant(), rs.getBoolean(3)))
                .list();
    }

    List<Named> names(Collection<AppId> apps) {
        return jdbc.sql("select app_id, name from catalog_app where app_id = any (?)")
                .param(apps.stream().map(AppId::value).toArray(String[]::new))
                .query((rs, row) -> new Named(new AppId(rs.getString(1)), rs.getString(2)))
                .list();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

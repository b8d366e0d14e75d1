package io.patchbay.catalog.store;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.manifest.IconAddress;
import io.patchbay.platform.image.Picture;
import io.patchbay.platform.jdbc.Timestamps;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Icons as they are stored. */
@Repository
public class IconStore {

    private final JdbcClient jdbc;

    IconStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those to be fetched now: never tried, due again, or with another hash than when they were. */
    public List<IconAddress> wanted(Instant now, int most) {
        return jdbc.sql("""
                        select distinct on (a.icon_url) a.icon_url, a.icon_sha256
                        from catalog_app a left join catalog_icon i on i.url = a.icon_url
                        where not a.withdrawn and a.icon_url is not null
                          and (i.url is null or i.retry_at <= ? or i.expected_sha256 is distinct from a.icon_sha256)
                        order by a.icon_url, a.app_id limit ?
                        """)
                .params(Timestamps.utc(now), most)
                .query((rs, row) -> new IconAddress(URI.create(rs.getString("icon_url")), rs.getString("icon_sha256")))
                .list();
    }

    public void store(IconAddress icon, String digest, Picture picture) {
        jdbc.sql("""
                        insert into catalog_icon (url, expected_sha256, digest, content_type, content) values (?, ?, ?, ?, ?)
                        on conflict (url) do update set expected_sha256 = excluded.expected_sha256, digest = excluded.digest,
                          content_type = excluded.content_type, content = excluded.content, retry_at = null
                        """)
                .params(icon.url().toString())
                .param(icon.sha256())
                .params(digest, picture.contentType(), picture.content())
                .update();
    }

    /** What was stored before is of another hash than the manifest has, so it is not shown any more. */
    public void failed(IconAddress icon, Instant retryAt) {
        jdbc.sql("""
                        insert into catalog_icon (url, expected_sha256, retry_at) values (?, ?, ?)
                        on conflict (url) do update set expected_sha256 = excluded.expected_sha256, digest = null,
                          content_type = null, content = null, retry_at = excluded.retry_at
                        """)
                .param(icon.url().toString())
                .param(icon.sha256())
                .param(Timestamps.utc(retryAt))
                .update();
    }

    /** Those that no application has any more. */
    public int deleteUnused() {
        return jdbc.sql("""
                        delete from catalog_icon i
                        where not exists (select 1 from catalog_app a where a.icon_url = i.url)
                        """).update();
    }

    public Optional<Picture> find(String digest) {
        return jdbc.sql("select content_type, content from catalog_icon where digest = ? limit 1")
                .param(digest)
                .query((rs, row) -> new Picture(rs.getString("content_type"), rs.getBytes("content")))
                .optional();
    }

    public Optional<Picture> of(AppId app) {
        return jdbc.sql("""
                        select content_type, content from catalog_icon i join catalog_app a on a.icon_url = i.url
                        where a.app_id = ? and content is not null
                        """)
                .param(app.value())
                .query((rs, row) -> new Picture(rs.getString("content_type"), rs.getBytes("content")))
                .optional();
    }
}

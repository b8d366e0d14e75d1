package io.patchbay.banner.content;

import io.patchbay.platform.image.Picture;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Banner.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Banners and their pictures. */
@Repository
class BannerStore {

    private static final String SELECT = """
            select b.*, i.image_id from banner b
            left join banner_image i on i.company_id = b.company_id and i.banner_id = b.banner_id
            where b.company_id = ?
            """;

    private final JdbcClient jdbc;

    BannerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<BannerView> all(Instant now) {
        return jdbc.sql(SELECT + " order by b.changed_at desc, b.banner_id")
                .param(Current.company().value())
                .query((rs, row) -> view(rs, now))
                .list();
    }

    Optional<BannerView> find(UUID id, Instant now) {
        return jdbc.sql(SELECT + " and b.banner_id = ?")
                .params(Current.company().value(), id)
                .query((rs, row) -> view(rs, now))
                .optional();
    }

    void insert(UUID id, BannerText banner, Instant at, String by) {
        bind("""
                insert into banner (company_id, banner_id, environment_id, title, body, severity, link, link_label,
                  dismissible, draft, starts_at, ends_at, changed_at, changed_by, version)
                values (:company, :id, :environment, :title, :body, :severity, :link, :label, :dismissible, :draft, :starts,
                  :ends, :at, :by, 0)
                """, id, banner, at, by).update();
    }

    /** Whether it still had that version. */
    boolean update(UUID id, int version, BannerText banner, Instant at, String by) {
        return bind("""
                update banner set environment_id = :environment, title = :title, body = :body, severity = :severity, link = :link,
                  link_label = :label, dismissible = :dismissible, draft = :draft, starts_at = :starts, ends_at = :ends,
                  changed_at = :at, changed_by = :by, version = version + 1
                where company_id = :company and banner_id = :id and version = :version
                """, id, banner, at, by).param("version", version).update() == 1;
    }

    private JdbcClient.StatementSpec bind(String sql, UUID id, BannerText banner, Instant at, String by) {
        return jdbc.sql(sql)
                .param("company", Current.company().value())
                .param("id", id)
                .param("environment", banner.environment().value())
                .param("title", banner.title())
                .param("body", banner.text())
                .param("severity", banner.severity().name())
                .param("link", banner.link())
                .param("label", banner.linkLabel())
                .param("dismissible", banner.dismissible())
                .param("draft", banner.draft())
                .param("starts", Timestamps.utcOrNull(banner.startsAt()))
                .param("ends", Timestamps.utcOrNull(banner.endsAt()))
                .param("at", Timestamps.utcOrNull(at))
                .param("by", by);
    }

    boolean delete(UUID id) {
        jdbc.sql("delete from banner_dismissal where company_id = ? and starts_with(banner_key, ?)")
                .params(Current.company().value(), BannerView.keyOf(id))
                .update();
        return jdbc.sql("delete from banner where company_id = ? and banner_id = ?")
                        .params(Current.company().value(), id)
                        .update()
                == 1;
    }

    /** Forgets who dismissed what another module said about an environment. */
    void forgetDismissals(EnvironmentId environment) {
        jdbc.sql("delete from banner_dismissal where company_id = ? and position(? in banner_key) > 0")
                .params(Current.company().value(), environment.toString())
                .update();
    }

    void insertImage(UUID image, UUID banner, Picture picture) {
        jdbc.sql("""
                        insert into banner_image (company_id, image_id, banner_id, content_type, content)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(Current.company().value(), image, banner, picture.contentType(), picture.content())
                .update();
    }

    void deleteImage(UUID banner) {
        jdbc.sql("delete from banner_image where company_id = ? and banner_id = ?")
                .params(Current.company().value(), banner)
                .update();
    }

    Optional<Picture> image(UUID image) {
        return jdbc.sql("select content_type, content from banner_image where company_id = ? and image_id = ?")
                .params(Current.company().value(), image)
                .query((rs, row) -> new Picture(rs.getString(1), rs.getBytes(2)))
                .optional();
    }

    static BannerView view(ResultSet row, Instant now) throws SQLException {
        var content = new BannerText(
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                row.getString("title"),
                row.getString("body"),
                Severity.valueOf(row.getString("severity")),
                row.getString("link"),
                row.getString("link_label"),
                row.getBoolean("dismissible"),
                row.getBoolean("draft"),
                Timestamps.instantOrNull(row, "starts_at"),
                Timestamps.instantOrNull(row, "ends_at"));
        return new BannerView(
                row.getObject("banner_id", UUID.class),
                content,
                row.getObject("image_id", UUID.class),
                BannerView.BannerState.of(content, now),
                Timestamps.instant(row, "changed_at"),
                row.getString("changed_by"),
                row.getInt("version"));
    }
}

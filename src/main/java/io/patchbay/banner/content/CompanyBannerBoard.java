package io.patchbay.banner.content;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerBoard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the current company has pinned up, and what the current person has put away of it, in one statement. */
@Service
class CompanyBannerBoard implements BannerBoard {

    private static final Posted NOTHING = new Posted(List.of(), Set.of());
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final Clock clock;

    CompanyBannerBoard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Reader(CompanyId company, PersonId person) {}

    private static Optional<Reader> reader() {
        return Current.companyIfAny()
                .flatMap(company -> Current.actor() instanceof Actor.Human human
                        ? Optional.of(new Reader(company, human.id()))
                        : Optional.empty());
    }

    @Override
    @Transactional(readOnly = true)
    public Posted posted() {
        return reader().map(this::posted).orElse(NOTHING);
    }

    /** The row of the dismissals is there even where no banner is. */
    private Posted posted(Reader reader) {
        return jdbc.sql("""
                        select b.*, i.image_id, d.keys
                        from (select coalesce(array_agg(banner_key), '{}') as keys from banner_dismissal
                          where company_id = :company and tenant_id = :tenant and object_id = :person) d
                        left join banner b on b.company_id = :company and not b.draft and b.starts_at <= :now
                          and (b.ends_at is null or b.ends_at > :now)
                        left join banner_image i on i.company_id = b.company_id and i.banner_id = b.banner_id
                        order by b.starts_at desc, b.banner_id
                        """)
                .param("company", reader.company().value())
                .param("tenant", reader.person().tenantId())
                .param("person", reader.person().objectId())
                .param("now", now())
                .query(this::read);
    }

    private Posted read(ResultSet rows) throws SQLException {
        var banners = new ArrayList<Banner>();
        var dismissed = Set.<String>of();
        while (rows.next()) {
            dismissed = Set.of((String[]) rows.getArray("keys").getArray());
            if (rows.getObject("banner_id") != null) {
                banners.add(BannerStore.view(rows, clock.instant()).shown());
            }
        }
        return new Posted(banners, dismissed);
    }

    @Override
    @Transactional
    public void dismiss(String key) {
        reader().ifPresent(reader -> dismiss(reader, key));
    }

    private void dismiss(Reader reader, String key) {
        jdbc.sql("delete from banner_dismissal where company_id = ? and dismissed_at < ?")
                .params(reader.company().value(), now().minus(REMEMBERED))
                .update();
        jdbc.sql("insert into banner_dismissal values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        reader.company().value(),
                        reader.person().tenantId(),
                        reader.person().objectId(),
                        key,
                        now())
                .update();
    }

    private OffsetDateTime now() {
        return Timestamps.utc(clock.instant());
    }
}

package io.patchbay.banner.content;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.ui.BannerBoard;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the current company has pinned up, and what the current person has put away of it. */
@Service
class CompanyBannerBoard implements BannerBoard, PageFact {

    private static final Posted NOTHING = new Posted(List.of(), Set.of());
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final PageFacts facts;
    private final JsonMapper json;
    private final Clock clock;

    CompanyBannerBoard(JdbcClient jdbc, @Lazy PageFacts facts, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.json = json;
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
    public String name() {
        return "banner_board";
    }

    @Override
    public String sql() {
        return """
                select json_build_object(
                  'dismissed', (select coalesce(json_agg(banner_key), '[]') from banner_dismissal
                    where company_id = :company and tenant_id = :tenant and object_id = :person),
                  'banners', (select coalesce(json_agg(json_build_object('id', b.banner_id, 'version', b.version,
                      'title', b.title, 'body', b.body, 'severity', b.severity, 'link', b.link, 'linkLabel', b.link_label,
                      'dismissible', b.dismissible, 'image', i.image_id)
                      order by b.starts_at desc, b.banner_id), '[]')
                    from banner b left join banner_image i on i.company_id = b.company_id and i.banner_id = b.banner_id
                    where b.company_id = :company and not b.draft and b.starts_at <= :now
                      and (b.ends_at is null or b.ends_at > :now)))
                """;
    }

    private record Board(List<PinnedBanner> banners, Set<String> dismissed) {

        Posted posted() {
            return new Posted(banners.stream().map(PinnedBanner::shown).toList(), dismissed);
        }
    }

    @Override
    public Posted posted() {
        return reader().isEmpty()
                ? NOTHING
                : facts.answer(this)
                        .map(board -> json.readValue(board, Board.class).posted())
                        .orElse(NOTHING);
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

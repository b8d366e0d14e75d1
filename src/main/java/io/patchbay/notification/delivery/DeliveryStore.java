package io.patchbay.notification.delivery;

import io.patchbay.notification.notice.NewNotice;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class DeliveryStore {

    private static final Duration TRIED_FOR = Duration.ofHours(24);
    private static final int KEPT = 50;

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UUID id, UUID channel, NewNotice notice) {
        jdbc.sql("insert into delivery values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, null, null)")
                .params(
                        Current.company().value(),
                        id,
                        channel,
                        notice.kind().name(),
                        notice.title(),
                        notice.body(),
                        notice.link(),
                        Timestamps.utc(notice.at()),
                        Timestamps.utc(notice.at()),
                        Timestamps.utc(notice.at().plus(TRIED_FOR)))
                .update();
    }

    /** The oldest that is not through yet: none overtakes another. */
    Optional<Delivery> next(UUID channel) {
        return jdbc.sql("""
                        select delivery_id, kind, title, body, link, happened_at, attempts, visible_from, give_up_at
                        from delivery where company_id = ? and channel_id = ? and status = 'PENDING'
                        order by delivery_id limit 1
                        """)
                .params(Current.company().value(), channel)
                .query((rs, row) -> new Delivery(
                        rs.getObject(1, UUID.class),
                        NoticeKind.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        Timestamps.instant(rs, 6),
                        rs.getInt(7),
                        Timestamps.instant(rs, 8),
                        Timestamps.instant(rs, 9)))
                .optional();
    }

    void finish(UUID channel, Delivery delivery, String status, String result, Instant at) {
        jdbc.sql("""
                        update delivery set status = ?, attempts = attempts + 1, result = ?, finished_at = ?
                        where company_id = ? and delivery_id = ?
                        """)
                .params(status, result, Timestamps.utc(at), Current.company().value(), delivery.id())
                .update();
        jdbc.sql("""
                        delete from delivery where company_id = ? and channel_id = ? and status <> 'PENDING'
                          and delivery_id not in (select delivery_id from delivery
                            where company_id = ? and channel_id = ? order by delivery_id desc limit ?)
                        """)
                .params(Current.company().value(), channel, Current.company().value(), channel, KEPT)
                .update();
    }

    void later(Delivery delivery, String result, Instant visibleFrom) {
        jdbc.sql("""
                        update delivery set attempts = attempts + 1, result = ?, visible_from = ?
                        where company_id = ? and delivery_id = ?
                        """)
                .params(result, Timestamps.utc(visibleFrom), Current.company().value(), delivery.id())
                .update();
    }

    /** Has what waits in a channel given up by then. */
    public void giveUpBy(UUID channel, Instant at) {
        jdbc.sql("""
                        update delivery set give_up_at = least(give_up_at, ?)
                        where company_id = ? and channel_id = ? and status = 'PENDING'
                        """)
                .params(Timestamps.utc(at), Current.company().value(), channel)
                .update();
    }

    public List<DeliveryView> last(UUID channel) {
        return jdbc.sql("""
                        select title, happened_at, status, attempts, result from delivery
                        where company_id = ? and channel_id = ? order by delivery_id desc limit ?
                        """)
                .params(Current.company().value(), channel, KEPT)
                .query((rs, row) -> new DeliveryView(
                        rs.getString(1), Timestamps.instant(rs, 2), rs.getString(3), rs.getInt(4), rs.getString(5)))
                .list();
    }
}

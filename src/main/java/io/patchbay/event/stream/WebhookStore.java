package io.patchbay.event.stream;

import io.patchbay.event.EventStreaming.StreamDelivery;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class WebhookStore {

    private static final int KEPT = 20;

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StreamWebhook> find() {
        return jdbc.sql("""
                        select receiver, address, secret, delivered_seq, failures, failing_since, paused_at, created_by,
                          created_at, version from event_webhook where company_id = ?
                        """)
                .param(Current.company().value())
                .query((rs, row) -> read(rs))
                .optional();
    }

    public boolean insert(StreamWebhook webhook) {
        return jdbc.sql("""
                                insert into event_webhook values (?, ?, ?, ?, ?, 0, null, null, ?, ?, 0)
                                on conflict do nothing
                                """)
                        .params(
                                Current.company().value(),
                                webhook.receiver(),
                                webhook.address(),
                                webhook.secret(),
                                webhook.deliveredSeq(),
                                webhook.createdBy(),
                                Timestamps.utc(webhook.createdAt()))
                        .update()
                == 1;
    }

    /** Replaces what is encrypted by the same, encrypted anew; not where somebody put another webhook there meanwhile. */
    void renew(StreamWebhook old, byte[] address, byte[] secret) {
        jdbc.sql("update event_webhook set address = ?, secret = ? where company_id = ? and address = ?")
                .params(address, secret, Current.company().value(), old.address())
                .update();
    }

    public void delete() {
        jdbc.sql("delete from event_webhook where company_id = ?")
                .param(Current.company().value())
                .update();
    }

    /** Stores how far it has come; not where somebody changed it since it was read. */
    public boolean save(
            int version, long delivered, int failures, @Nullable Instant failingSince, @Nullable Instant pausedAt) {
        return jdbc.sql("""
                                update event_webhook set delivered_seq = ?, failures = ?, failing_since = ?,
                                  paused_at = ?, version = version + 1 where company_id = ? and version = ?
                                """)
                        .param(delivered)
                        .param(failures)
                        .param(Timestamps.utcOrNull(failingSince))
                        .param(Timestamps.utcOrNull(pausedAt))
                        .param(Current.company().value())
                        .param(version)
                        .update()
                == 1;
    }

    public void insert(UUID id, StreamDelivery delivery) {
        jdbc.sql("insert into event_delivery values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Current.company().value(),
                        id,
                        delivery.first(),
                        delivery.last(),
                        Timestamps.utc(delivery.at()),
                        delivery.taken(),
                        delivery.answer())
                .update();
        jdbc.sql("""
                        delete from event_delivery where company_id = ? and delivery_id not in (select delivery_id
                          from event_delivery where company_id = ? order by delivery_id desc limit ?)
                        """)
                .params(Current.company().value(), Current.company().value(), KEPT)
                .update();
    }

    public List<StreamDelivery> deliveries() {
        return jdbc.sql("""
                        select first_seq, last_seq, attempted_at, accepted, response from event_delivery
                        where company_id = ? order by delivery_id desc limit ?
                        """)
                .params(Current.company().value(), KEPT)
                .query((rs, row) -> new StreamDelivery(
                        rs.getLong(1), rs.getLong(2), Timestamps.instant(rs, 3), rs.getBoolean(4), rs.getString(5)))
                .list();
    }

    private static StreamWebhook read(ResultSet row) throws SQLException {
        return new StreamWebhook(
                row.getString(1),
                row.getBytes(2),
                row.getBytes(3),
                row.getLong(4),
                row.getInt(5),
                Timestamps.instantOrNull(row, 6),
                Timestamps.instantOrNull(row, 7),
                row.getString(8),
                Timestamps.instant(row, 9),
                row.getInt(10));
    }
}

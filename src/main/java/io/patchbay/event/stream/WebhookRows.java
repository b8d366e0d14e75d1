package io.patchbay.event.stream;

import io.patchbay.event.EventStreaming.Delivery;
import io.patchbay.event.chain.ChainRows;
import io.patchbay.platform.tenancy.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class WebhookRows {

    private static final int KEPT = 20;

    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StreamWebhook> find(CompanyId company) {
        return jdbc.sql("""
                        select receiver, address, secret, delivered_seq, failures, failing_since, paused_at, created_by,
                          created_at, version from event_webhook where company_id = ?
                        """).param(company.value()).query((rs, row) -> read(rs)).optional();
    }

    public boolean insert(CompanyId company, StreamWebhook webhook) {
        return jdbc.sql("""
                                insert into event_webhook values (?, ?, ?, ?, ?, 0, null, null, ?, ?, 0)
                                on conflict do nothing
                                """)
                        .params(
                                company.value(),
                                webhook.receiver(),
                                webhook.address(),
                                webhook.secret(),
                                webhook.deliveredSeq(),
                                webhook.createdBy(),
                                ChainRows.utc(webhook.createdAt()))
                        .update()
                == 1;
    }

    public void delete(CompanyId company) {
        jdbc.sql("delete from event_webhook where company_id = ?")
                .param(company.value())
                .update();
    }

    /** Stores how far it has come; not where somebody changed it since it was read. */
    public boolean store(
            CompanyId company,
            int version,
            long delivered,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant pausedAt) {
        return jdbc.sql("""
                                update event_webhook set delivered_seq = ?, failures = ?, failing_since = ?::timestamptz,
                                  paused_at = ?::timestamptz, version = version + 1 where company_id = ? and version = ?
                                """)
                        .param(delivered)
                        .param(failures)
                        .param(failingSince == null ? null : failingSince.toString())
                        .param(pausedAt == null ? null : pausedAt.toString())
                        .param(company.value())
                        .param(version)
                        .update()
                == 1;
    }

    public void insert(CompanyId company, UUID id, Delivery delivery) {
        jdbc.sql("insert into event_delivery values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        company.value(),
                        id,
                        delivery.first(),
                        delivery.last(),
                        ChainRows.utc(delivery.at()),
                        delivery.taken(),
                        delivery.answer())
                .update();
        jdbc.sql("""
                        delete from event_delivery where company_id = ? and delivery_id not in (select delivery_id
                          from event_delivery where company_id = ? order by delivery_id desc limit ?)
                        """).params(company.value(), company.value(), KEPT).update();
    }

    public List<Delivery> deliveries(CompanyId company) {
        return jdbc.sql("""
                        select first_seq, last_seq, attempted_at, accepted, response from event_delivery
                        where company_id = ? order by delivery_id desc limit ?
                        """)
                .params(company.value(), KEPT)
                .query((rs, row) -> new Delivery(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getObject(3, OffsetDateTime.class).toInstant(),
                        rs.getBoolean(4),
                        rs.getString(5)))
                .list();
    }

    private static StreamWebhook read(ResultSet row) throws SQLException {
        return new StreamWebhook(
                row.getString(1),
                row.getBytes(2),
                row.getBytes(3),
                row.getLong(4),
                row.getInt(5),
                instant(row, 6),
                instant(row, 7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getInt(10));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

package io.patchbay.event.chain;

import io.patchbay.event.RecordedEvent;
import io.patchbay.event.chain.ChainEnds.End;
import io.patchbay.event.log.EventReader;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ChainStore {

    private static final int FETCHED = 1_000;
    private static final String COLUMNS = EventReader.columns("e");

    private final JdbcClient jdbc;
    private final JdbcOperations rows;
    private final EventReader reader;

    ChainStore(JdbcClient jdbc, JdbcOperations rows, EventReader reader) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.reader = reader;
    }

    /** A link, its event null where there is none any more. */
    public record Link(
            long seq,
            UUID event,
            Instant occurredAt,
            byte[] hash,
            @Nullable RecordedEvent content) {}

    Optional<ChainEnds> ends(boolean lock) {
        return jdbc.sql("""
                        select head_seq, head_hash, head_mac, head_digest, anchor_seq, anchor_hash, anchor_mac, anchor_digest
                        from event_chain where company_id = ?
                        """ + (lock ? " for update" : ""))
                .param(Current.company().value())
                .query((rs, row) -> new ChainEnds(
                        new End(rs.getLong(1), rs.getBytes(2), rs.getBytes(3), rs.getBytes(4)),
                        new End(rs.getLong(5), rs.getBytes(6), rs.getBytes(7), rs.getBytes(8))))
                .optional();
    }

    void begin(End head, End anchor) {
        jdbc.sql("""
                        insert into event_chain (company_id, head_seq, head_hash, head_mac, head_digest,
                          anchor_seq, anchor_hash, anchor_mac, anchor_digest)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(Current.company().value())
                .params(head.seq(), head.hash(), head.mac())
                .param(head.digest())
                .params(anchor.seq(), anchor.hash(), anchor.mac())
                .param(anchor.digest())
                .update();
    }

    void head(End head) {
        move("head", head);
    }

    void anchor(End anchor) {
        move("anchor", anchor);
    }

    private void move(String which, End end) {
        jdbc.sql(
                        "update event_chain set %1$s_seq = ?, %1$s_hash = ?, %1$s_mac = ?, %1$s_digest = ? where company_id = ?"
                                .formatted(which))
                .params(end.seq(), end.hash(), end.mac())
                .param(end.digest())
                .param(Current.company().value())
                .update();
    }

    /** An event that waits for its link, with the keyed hash of its note. */
    record Waiting(RecordedEvent event, byte @Nullable [] mac) {}

    /** Those that wait, by identifier, after one of them; null for the first. */
    List<Waiting> unsealed(@Nullable UUID after, int atMost) {
        return jdbc.sql("""
                        select %s, u.mac from event_unsealed u join event e on e.company_id = u.company_id
                          and e.occurred_at = u.occurred_at and e.event_id = u.event_id
                        where u.company_id = ? and u.event_id > ? order by u.event_id limit ?
                        """.formatted(COLUMNS))
                .params(Current.company().value(), after == null ? new UUID(0, 0) : after, atMost)
                .query((row, number) -> new Waiting(reader.mapRow(row, number), row.getBytes("mac")))
                .list();
    }

    /** The newest link there is, whatever the ends say. */
    Optional<Link> last() {
        return jdbc.sql("""
                        select seq, event_id, occurred_at, hash from event_seal where company_id = ?
                        order by seq desc limit 1
                        """)
                .param(Current.company().value())
                .query((rs, row) -> new Link(
                        rs.getLong(1), rs.getObject(2, UUID.class), Timestamps.instant(rs, 3), rs.getBytes(4), null))
                .optional();
    }

    /** Without a query inside: a distributed PostgreSQL takes none for a table under row-level security. */
    void insert(List<Link> links) {
        rows.batchUpdate(
                "insert into event_seal (company_id, seq, event_id, occurred_at, hash) values (?, ?, ?, ?, ?)",
                links.stream()
                        .map(link -> new Object[] {
                            Current.company().value(),
                            link.seq(),
                            link.event(),
                            Timestamps.utc(link.occurredAt()),
                            link.hash()
                        })
                        .toList());
        jdbc.sql("delete from event_unsealed where company_id = ? and event_id = any(?::uuid[])")
                .params(
                        Current.company().value(),
                        links.stream().map(Link::event).toArray(UUID[]::new))
                .update();
    }

    /** Walks along the links from one number to another, whether or not their events are there. */
    void walk(long from, long to, Consumer<Link> visitor) {
        jdbc.sql("""
                        select %s, s.seq, s.event_id as link_event, s.occurred_at as link_time, s.hash
                        from event_seal s left join event e on e.company_id = s.company_id
                          and e.occurred_at = s.occurred_at and e.event_id = s.event_id
                        where s.company_id = ? and s.seq between ? and ? order by s.seq
                        """.formatted(COLUMNS))
                .withFetchSize(FETCHED)
                .params(Current.company().value(), from, to)
                .query(row -> {
                    visitor.accept(new Link(
                            row.getLong("seq"),
                            row.getObject("link_event", UUID.class),
                            Timestamps.instant(row, "link_time"),
                            row.getBytes("hash"),
                            row.getObject("event_id") == null ? null : reader.mapRow(row, 0)));
                });
    }

    /** Sealed events after a number, in the order of sealing. */
    List<Link> after(long seq, int atMost) {
        return jdbc.sql("""
                        select %s, s.seq, s.hash from event_seal s join event e on e.company_id = s.company_id
                          and e.occurred_at = s.occurred_at and e.event_id = s.event_id
                        where s.company_id = ? and s.seq > ? order by s.seq limit ?
                        """.formatted(COLUMNS))
                .params(Current.company().value(), seq, atMost)
                .query((row, number) -> {
                    var event = reader.mapRow(row, number);
                    return new Link(row.getLong("seq"), event.id(), event.occurredAt(), row.getBytes("hash"), event);
                })
                .list();
    }

    /** Replaces the hash of links; only the owner of the schema may. */
    void rehash(List<Link> links) {
        if (!links.isEmpty()) {
            jdbc.sql("""
                            update event_seal s set hash = n.hash from unnest(?::bigint[], ?::bytea[]) as n (seq, hash)
                            where s.company_id = ? and s.seq = n.seq
                            """)
                    .params(
                            links.stream().map(Link::seq).toArray(Long[]::new),
                            links.stream().map(Link::hash).toArray(byte[][]::new),
                            Current.company().value())
                    .update();
        }
    }

    public Optional<byte[]> hash(long seq) {
        return jdbc.sql("select hash from event_seal where company_id = ? and seq = ?")
                .params(Current.company().value(), seq)
                .query((rs, row) -> rs.getBytes(1))
                .optional();
    }

    /** The lowest and highest numbers of events within these times; empty where there is none. */
    Optional<long[]> between(Instant from, Instant to) {
        return jdbc.sql("""
                        select min(seq), max(seq) from event_seal
                        where company_id = ? and occurred_at >= ? and occurred_at < ? having count(*) > 0
                        """)
                .params(Current.company().value(), Timestamps.utc(from), Timestamps.utc(to))
                .query((rs, row) -> new long[] {rs.getLong(1), rs.getLong(2)})
                .optional();
    }

    /** Events within these times that have no link, each with the keyed hash of its note, null where it has no note. */
    void unlinked(Instant from, Instant to, Consumer<Waiting> visitor) {
        jdbc.sql("""
                        select %s, u.mac from event e left join event_unsealed u on u.company_id = e.company_id
                            and u.event_id = e.event_id and u.occurred_at = e.occurred_at
                        where e.company_id = :company and e.occurred_at >= :from and e.occurred_at < :to
                          and not exists (select from event_seal s where s.company_id = e.company_id
                            and s.event_id = e.event_id and s.occurred_at = e.occurred_at)
                        order by e.occurred_at, e.event_id
                        """.formatted(COLUMNS))
                .withFetchSize(FETCHED)
                .param("company", Current.company().value())
                .param("from", Timestamps.utc(from))
                .param("to", Timestamps.utc(to))
                .query(row -> {
                    visitor.accept(new Waiting(reader.mapRow(row, 0), row.getBytes("mac")));
                });
    }

    /** A note, written together with its event, whose event is gone. */
    record Note(UUID event, Instant occurredAt) {}

    Optional<Note> orphan() {
        return jdbc.sql("""
                        select u.event_id, u.occurred_at from event_unsealed u where u.company_id = ?
                          and not exists (select from event e where e.company_id = u.company_id
                            and e.occurred_at = u.occurred_at and e.event_id = u.event_id)
                        order by u.event_id limit 1
                        """)
                .param(Current.company().value())
                .query((rs, row) -> new Note(rs.getObject(1, UUID.class), Timestamps.instant(rs, 2)))
                .optional();
    }

    /** The last number that may go: all up to it are older than this. */
    public long lastBefore(Instant limit, long head) {
        return jdbc.sql("select coalesce(min(seq) - 1, ?) from event_seal where company_id = ? and occurred_at >= ?")
                .params(head, Current.company().value(), Timestamps.utc(limit))
                .query(Long.class)
                .single();
    }
}

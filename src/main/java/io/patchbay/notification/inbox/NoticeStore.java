package io.patchbay.notification.inbox;

import io.patchbay.notification.notice.NewNotice;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class NoticeStore {

    private static final String UNREAD = """
            n.company_id = :company and n.happened_at > :readUntil and n.kind <> all (:muted)
              and not exists (select from notice_read r where r.company_id = n.company_id and r.notice_id = n.notice_id
                and r.tenant_id = :tenant and r.object_id = :object)
            """;

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a person does not want to be told, and until when everything counts as read. */
    record Reader(Instant readUntil, Set<String> muted) {

        static final Reader NEW = new Reader(Instant.EPOCH, Set.of());

        String[] mutedArray() {
            return muted.toArray(String[]::new);
        }
    }

    void insert(UUID id, NewNotice notice) {
        jdbc.sql("insert into notice values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Current.company().value(),
                        id,
                        notice.environment().value(),
                        notice.kind().name(),
                        notice.title(),
                        notice.body(),
                        notice.link(),
                        Timestamps.utc(notice.at()))
                .update();
    }

    Reader reader(PersonId person) {
        return jdbc.sql(
                        "select read_until, muted from notice_reader where company_id = ? and tenant_id = ? and object_id = ?")
                .params(Current.company().value(), person.tenantId(), person.objectId())
                .query((rs, row) -> new Reader(
                        Timestamps.instant(rs, 1),
                        Arrays.stream((String[]) rs.getArray(2).getArray()).collect(Collectors.toSet())))
                .optional()
                .orElse(Reader.NEW);
    }

    void save(PersonId person, Reader reader) {
        jdbc.sql("""
                        insert into notice_reader values (?, ?, ?, ?, ?)
                        on conflict (company_id, tenant_id, object_id)
                        do update set read_until = excluded.read_until, muted = excluded.muted
                        """)
                .params(
                        Current.company().value(),
                        person.tenantId(),
                        person.objectId(),
                        Timestamps.utc(reader.readUntil()),
                        reader.mutedArray())
                .update();
    }

    /** The query that counts the unread ones of a reader, no further than asked. */
    static String unread(int atMost) {
        return """
                select count(*) from (select from notice n
                  left join notice_reader p
                    on p.company_id = n.company_id and p.tenant_id = :tenant and p.object_id = :person
                  where n.company_id = :company and n.happened_at > coalesce(p.read_until, '-infinity')
                    and n.kind <> all (coalesce(p.muted, '{}'))
                    and not exists (select from notice_read r where r.company_id = n.company_id
                      and r.notice_id = n.notice_id and r.tenant_id = :tenant and r.object_id = :person)
                  limit %d) counted
                """.formatted(atMost);
    }

    List<InboxPage.Item> page(PersonId person, Reader reader, @Nullable UUID before, int size) {
        return jdbc.sql("""
                        select n.notice_id, n.kind, n.title, n.body, n.link, n.happened_at, %s as unread
                        from notice n where n.company_id = :company and n.kind <> all (:muted)
                          and (:before::uuid is null or (n.happened_at, n.notice_id) <
                            (select p.happened_at, p.notice_id from notice p
                              where p.company_id = :company and p.notice_id = :before::uuid))
                        order by n.happened_at desc, n.notice_id desc limit :size
                        """.formatted("(" + UNREAD + ")"))
                .param("company", Current.company().value())
                .param("readUntil", Timestamps.utc(reader.readUntil()))
                .param("muted", reader.mutedArray())
                .param("tenant", person.tenantId())
                .param("object", person.objectId())
                .param("before", before)
                .param("size", size)
                .query((rs, row) -> new InboxPage.Item(
                        rs.getObject(1, UUID.class),
                        NoticeKind.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        Timestamps.instant(rs, 6),
                        rs.getBoolean(7)))
                .list();
    }

    /** Whether there is such a notice; it counts as read from now on. */
    boolean read(PersonId person, UUID notice) {
        var company = Current.company().value();
        var there = jdbc.sql("select exists (select from notice where company_id = ? and notice_id = ?)")
                .params(company, notice)
                .query(Boolean.class)
                .single();
        if (there) {
            jdbc.sql("""
                            insert into notice_read (company_id, tenant_id, object_id, notice_id) values (?, ?, ?, ?)
                            on conflict on constraint notice_read_pk do nothing
                            """)
                    .params(company, person.tenantId(), person.objectId(), notice)
                    .update();
        }
        return there;
    }

    public int count(EnvironmentId environment) {
        return jdbc.sql("select count(*) from notice where company_id = ? and environment_id = ?")
                .params(Current.company().value(), environment.value())
                .query(Integer.class)
                .single();
    }

    public void delete(EnvironmentId environment) {
        jdbc.sql("delete from notice where company_id = ? and environment_id = ?")
                .params(Current.company().value(), environment.value())
                .update();
    }
}

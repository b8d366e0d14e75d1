package io.patchbay.support.grant;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.support.grant.SupportGrant.GrantedAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class SupportStore {

    private static final int KNOWN_AT_MOST = 50;

    private final JdbcClient jdbc;

    SupportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SupportGrant> grant() {
        return jdbc.sql("select access, granted_at, granted_by, ends_at from support_grant where company_id = ?")
                .param(Current.company().value())
                .query((rs, row) -> granted(rs))
                .optional();
    }

    /** Whether the company lets support see something for good. */
    boolean stands() {
        return jdbc.sql("select exists (select from support_standing_grant where company_id = ?)")
                .param(Current.company().value())
                .query(Boolean.class)
                .single();
    }

    boolean stand(String by, Instant at) {
        return jdbc.sql("insert into support_standing_grant values (?, ?, ?) on conflict do nothing")
                        .params(Current.company().value(), Timestamps.utc(at), by)
                        .update()
                == 1;
    }

    boolean endStandingGrant() {
        return jdbc.sql("delete from support_standing_grant where company_id = ?")
                        .param(Current.company().value())
                        .update()
                == 1;
    }

    void save(SupportGrant grant) {
        jdbc.sql("""
                        insert into support_grant values (?, ?, ?, ?, ?)
                        on conflict (company_id) do update set access = excluded.access, granted_at = excluded.granted_at,
                          granted_by = excluded.granted_by, ends_at = excluded.ends_at
                        """)
                .params(
                        Current.company().value(),
                        grant.access().name(),
                        Timestamps.utc(grant.grantedAt()),
                        grant.grantedBy(),
                        Timestamps.utc(grant.endsAt()))
                .update();
    }

    boolean end() {
        return jdbc.sql("delete from support_grant where company_id = ?")
                        .param(Current.company().value())
                        .update()
                == 1;
    }

    /** Whether it was stored; false where that ticket waits already. */
    public boolean insert(SupportRequest request) {
        return jdbc.sql("insert into support_request values (?, ?, ?, ?, ?, ?, null) on conflict do nothing")
                        .params(
                                Current.company().value(),
                                request.id(),
                                request.askedBy(),
                                request.ticket(),
                                request.reason(),
                                Timestamps.utc(request.askedAt()))
                        .update()
                == 1;
    }

    List<SupportRequest> waiting() {
        return jdbc.sql("""
                        select request_id, requested_by, ticket, reason, requested_at from support_request
                        where company_id = ? and answered_at is null order by request_id limit ?
                        """)
                .params(Current.company().value(), KNOWN_AT_MOST)
                .query((rs, row) -> new SupportRequest(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        Timestamps.instant(rs, 5)))
                .list();
    }

    boolean known(UUID request) {
        return jdbc.sql("select exists (select 1 from support_request where company_id = ? and request_id = ?)")
                .params(Current.company().value(), request)
                .query(Boolean.class)
                .single();
    }

    boolean answered(UUID request, Instant at) {
        return jdbc.sql("""
                        update support_request set answered_at = ?
                        where company_id = ? and request_id = ? and answered_at is null
                        """)
                        .params(Timestamps.utc(at), Current.company().value(), request)
                        .update()
                == 1;
    }

    public void startSession(PersonId person, String ticket, Instant at) {
        jdbc.sql("""
                        insert into support_session values (?, ?, ?, ?, ?)
                        on conflict (company_id, tenant_id, object_id) do update set ticket = excluded.ticket,
                          started_at = excluded.started_at
                        """)
                .params(Current.company().value(), person.tenantId(), person.objectId(), ticket, Timestamps.utc(at))
                .update();
    }

    /**
     * What is granted, and for which ticket a person looks.
     *
     * @param ticket empty where no visit has begun
     */
    public record Visit(SupportGrant grant, Optional<String> ticket) {}

    /**
     * The person's visit; empty where nothing is granted at that time.
     *
     * @param begunSince a visit that began before counts no more
     */
    public Optional<Visit> visit(PersonId person, Instant now, Instant begunSince) {
        return jdbc.sql("""
                        select access, granted_at, granted_by, ends_at, (select ticket from support_session
                          where company_id = :company and tenant_id = :tenant and object_id = :person
                            and started_at >= :since)
                        from (select access, granted_at, granted_by, ends_at from support_grant
                          where company_id = :company and ends_at > :now
                          union all
                          select 'EVENT_LOG', granted_at, granted_by, null from support_standing_grant
                          where company_id = :company) granted
                        order by ends_at nulls last limit 1
                        """)
                .param("company", Current.company().value())
                .param("tenant", person.tenantId())
                .param("person", person.objectId())
                .param("since", Timestamps.utc(begunSince))
                .param("now", Timestamps.utc(now))
                .query((rs, row) -> new Visit(granted(rs), Optional.ofNullable(rs.getString(5))))
                .optional();
    }

    private static SupportGrant granted(ResultSet rs) throws SQLException {
        var endsAt = Timestamps.instantOrNull(rs, 4);
        return endsAt == null
                ? SupportGrant.lasting(Timestamps.instant(rs, 2), rs.getString(3))
                : new SupportGrant(
                        GrantedAccess.valueOf(rs.getString(1)), Timestamps.instant(rs, 2), rs.getString(3), endsAt);
    }
}

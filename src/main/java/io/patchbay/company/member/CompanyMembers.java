package io.patchbay.company.member;

import io.patchbay.company.Membership;
import io.patchbay.company.Role;
import io.patchbay.platform.jdbc.LikePattern;
import io.patchbay.platform.jdbc.NumberedPages;
import io.patchbay.platform.jdbc.NumberedPages.Counted;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.platform.tenancy.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who is in a company. */
@Service
public class CompanyMembers {

    private final JdbcClient jdbc;

    CompanyMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Membership> membership(PersonId person) {
        return jdbc.sql("""
                select c.name, m.role, m.access_management
                from member m join company c on c.company_id = m.company_id
                where m.company_id = ? and m.tenant_id = ? and m.object_id = ? and c.deleted_at is null
                """)
                .params(Current.company().value(), person.tenantId(), person.objectId())
                .query((rs, row) -> new Membership(
                        Current.company(),
                        rs.getString(1),
                        Role.valueOf(rs.getString(2)).capabilities(rs.getBoolean(3))))
                .optional();
    }

    /** By which identifier the person is a member. */
    @Transactional(readOnly = true)
    public Optional<UUID> userId(PersonId person) {
        return jdbc.sql("select user_id from member where company_id = ? and tenant_id = ? and object_id = ?")
                .params(Current.company().value(), person.tenantId(), person.objectId())
                .query(UUID.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Page<MemberView> page(String text, int number) {
        return NumberedPages.read(
                number,
                page -> jdbc.sql("""
                        select user_id, name, email, role, access_management, joined_at, count(*) over () from member
                        where company_id = :company and (name ilike :like or email ilike :like)
                        order by lower(name), user_id limit :limit offset :offset
                        """)
                        .param("company", Current.company().value())
                        .param("like", LikePattern.containing(text))
                        .param("limit", page.getPageSize())
                        .param("offset", page.getOffset())
                        .query((rs, row) -> new Counted<>(view(rs), rs.getLong(7)))
                        .list());
    }

    @Transactional(readOnly = true)
    public Optional<MemberView> find(UserId id) {
        return jdbc.sql("""
                select user_id, name, email, role, access_management, joined_at from member
                where company_id = ? and user_id = ?
                """)
                .params(Current.company().value(), id.value())
                .query((rs, row) -> view(rs))
                .optional();
    }

    private static MemberView view(ResultSet rs) throws SQLException {
        return new MemberView(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getString(3),
                Role.valueOf(rs.getString(4)).label(rs.getBoolean(5)),
                Role.valueOf(rs.getString(4)),
                rs.getBoolean(5),
                Timestamps.instant(rs, 6));
    }

    @Transactional(readOnly = true)
    public Set<PersonId> people() {
        return jdbc.sql("select tenant_id, object_id from member where company_id = ?")
                .param(Current.company().value())
                .query((rs, row) -> new PersonId(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
                .set();
    }

    /** Whether a Full Admin has Access Management; empty where the person is no Full Admin as a member. */
    @Transactional(readOnly = true)
    public Optional<Boolean> fullAdmin(PersonId person) {
        return jdbc.sql("""
                select access_management from member
                where company_id = ? and tenant_id = ? and object_id = ? and role = 'FULL_ADMIN'
                """)
                .params(Current.company().value(), person.tenantId(), person.objectId())
                .query(Boolean.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public int managingAccess() {
        return jdbc.sql("select count(*) from member where company_id = ? and access_management")
                .param(Current.company().value())
                .query(Integer.class)
                .single();
    }
}

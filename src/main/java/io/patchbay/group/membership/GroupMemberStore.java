package io.patchbay.group.membership;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class GroupMemberStore {

    private final JdbcClient jdbc;

    GroupMemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<GroupMember> find(PersonId person) {
        return jdbc.sql("""
                select member_of, confirmed_at, checked_at, problem from group_member
                where company_id = ? and tenant_id = ? and object_id = ?
                """)
                .params(Current.company().value(), person.tenantId(), person.objectId())
                .query((rs, row) -> member(rs))
                .optional();
    }

    private static GroupMember member(ResultSet row) throws SQLException {
        var problem = row.getString("problem");
        return new GroupMember(
                Set.of((UUID[]) row.getArray("member_of").getArray()),
                Timestamps.instantOrNull(row, "confirmed_at"),
                Timestamps.instantOrNull(row, "checked_at"),
                problem == null ? null : GroupProblem.valueOf(problem));
    }

    public void save(Person person, GroupMember member) {
        var problem = member.problem();
        jdbc.sql("""
                insert into group_member (company_id, tenant_id, object_id, name, email, member_of, confirmed_at, checked_at, problem)
                values (:company, :tenant, :person, :name, :email, :groups::uuid[], :answered, :asked, :problem)
                on conflict (company_id, tenant_id, object_id) do update set name = excluded.name, email = excluded.email,
                  member_of = excluded.member_of, confirmed_at = excluded.confirmed_at, checked_at = excluded.checked_at,
                  problem = excluded.problem
                """)
                .param("company", Current.company().value())
                .param("tenant", person.id().tenantId())
                .param("person", person.id().objectId())
                .param("name", person.name())
                .param("email", person.email())
                .param("groups", member.memberOf().stream().map(UUID::toString).toArray(String[]::new))
                .param("answered", Timestamps.utcOrNull(member.answeredAt()))
                .param("asked", Timestamps.utcOrNull(member.askedAt()))
                .param("problem", problem == null ? null : problem.name())
                .update();
    }

    /** Has Microsoft asked anew before the person comes in again. */
    public void forget(PersonId person) {
        jdbc.sql("""
                update group_member set confirmed_at = null, checked_at = null, problem = null
                where company_id = ? and tenant_id = ? and object_id = ?
                """)
                .params(Current.company().value(), person.tenantId(), person.objectId())
                .update();
    }

    public void deleteOf(UUID tenant) {
        jdbc.sql("delete from group_member where company_id = ? and tenant_id = ?")
                .params(Current.company().value(), tenant)
                .update();
    }

    /** Somebody who signed in, and the groups they are in. */
    public record SignedInMember(PersonId person, String name, Set<UUID> memberOf) {}

    /** Who came in through groups of a tenant, by name. */
    public List<SignedInMember> signedIn(UUID tenant) {
        return jdbc.sql("""
                select object_id, name, member_of from group_member where company_id = ? and tenant_id = ?
                order by lower(name), object_id
                """)
                .params(Current.company().value(), tenant)
                .query((rs, row) -> new SignedInMember(
                        new PersonId(tenant, rs.getObject(1, UUID.class)), rs.getString(2), Set.of((UUID[])
                                rs.getArray(3).getArray())))
                .list();
    }
}

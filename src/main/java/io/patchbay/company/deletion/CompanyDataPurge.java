package io.patchbay.company.deletion;

import io.patchbay.platform.tenancy.Current;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes the people out of a company that is deleted. */
@Repository
class CompanyDataPurge {

    private final JdbcClient jdbc;

    CompanyDataPurge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of each there are. */
    record MembershipCounts(int members, int invitations, int requests) {}

    MembershipCounts count() {
        return jdbc.sql("""
                select (select count(*) from member where company_id = :company),
                  (select count(*) from invitation where company_id = :company and accepted_at is null),
                  (select count(*) from access_request where company_id = :company and status = 'PENDING')
                """)
                .param("company", Current.company().value())
                .query((rs, row) -> new MembershipCounts(rs.getInt(1), rs.getInt(2), rs.getInt(3)))
                .single();
    }

    void remove() {
        remove("delete from member where company_id = ?");
        remove("delete from invitation where company_id = ?");
        remove("delete from access_request where company_id = ?");
        remove("delete from remembered_company where company_id = ?");
    }

    private void remove(String sql) {
        jdbc.sql(sql).param(Current.company().value()).update();
    }
}

package io.patchbay.company.access;

import io.patchbay.platform.jdbc.NumberedPages;
import io.patchbay.platform.jdbc.NumberedPages.Counted;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who asks for access to the current company. */
@Service
public class AccessRequestQueries {

    private final JdbcClient jdbc;

    AccessRequestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The requests that nobody decided yet, oldest first. */
    @Transactional(readOnly = true)
    public Page<AccessRequestView> pending(int number) {
        return NumberedPages.read(
                number,
                page -> jdbc.sql("""
                        select request_id, name, email, reason, requested_at, reminded_at, count(*) over ()
                        from access_request where company_id = :company and status = 'PENDING'
                        order by requested_at, request_id limit :limit offset :offset
                        """)
                        .param("company", Current.company().value())
                        .param("limit", page.getPageSize())
                        .param("offset", page.getOffset())
                        .query((rs, row) -> new Counted<>(
                                new AccessRequestView(
                                        rs.getObject(1, UUID.class),
                                        rs.getString(2),
                                        rs.getString(3),
                                        rs.getString(4),
                                        Timestamps.instant(rs, 5),
                                        Timestamps.instantOrNull(rs, 6)),
                                rs.getLong(7)))
                        .list());
    }

    /** How many requests nobody decided yet. */
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from access_request where company_id = ? and status = 'PENDING'")
                .params(Current.company().value())
                .query(Integer.class)
                .single();
    }
}

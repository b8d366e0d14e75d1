package io.patchbay.company.access;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.util.List;
import java.util.UUID;
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
    public List<AccessRequestView> pending() {
        return jdbc.sql("""
                select request_id, name, email, reason, requested_at, reminded_at from access_request
                where company_id = ? and status = 'PENDING' order by requested_at, request_id
                """)
                .params(Current.company().value())
                .query((rs, row) -> new AccessRequestView(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        Timestamps.instant(rs, 5),
                        Timestamps.instantOrNull(rs, 6)))
                .list();
    }
}

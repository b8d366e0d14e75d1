package io.patchbay.environment.protection;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each company protects its connections. */
@Repository
class ProtectionStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProtectionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Protection get() {
        return jdbc.sql("select second_person, wait_hours from disconnect_protection where company_id = ?")
                .param(Current.company().value())
                .query((rs, row) -> new Protection(rs.getBoolean(1), rs.getInt(2)))
                .optional()
                .orElse(Protection.NONE);
    }

    void save(Protection protection) {
        jdbc.sql("""
                        insert into disconnect_protection (company_id, second_person, wait_hours, changed_at)
                        values (?, ?, ?, ?)
                        on conflict (company_id) do update set second_person = excluded.second_person,
                          wait_hours = excluded.wait_hours, changed_at = excluded.changed_at
                        """)
                .params(
                        Current.company().value(),
                        protection.secondPerson(),
                        protection.waitHours(),
                        Timestamps.utc(clock.instant()))
                .update();
    }
}

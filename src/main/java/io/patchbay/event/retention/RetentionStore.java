package io.patchbay.event.retention;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class RetentionStore {

    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Integer> days() {
        return jdbc.sql("select retention_days from event_settings where company_id = ?")
                .param(Current.company().value())
                .query(Integer.class)
                .optional();
    }

    public void save(int days) {
        jdbc.sql("""
                        insert into event_settings (company_id, retention_days) values (?, ?)
                        on conflict (company_id) do update set retention_days = excluded.retention_days
                        """).params(Current.company().value(), days).update();
    }

    public long delete(long upTo, Instant now, int days) {
        return jdbc.sql("select event_retention_delete(?, ?, ?)")
                .params(upTo, Timestamps.utc(now), days)
                .query(Long.class)
                .single();
    }

    public int dropEmptyMonths(LocalDate before) {
        return jdbc.sql("select event_partitions_drop(?)")
                .param(before)
                .query(Integer.class)
                .single();
    }
}

package io.patchbay.monitoring.figure;

import io.patchbay.platform.tenancy.CrossTenantQueries;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what all companies have, and what jobs have before them. */
@Component
public class Figures {

    private final CrossTenantQueries crossTenant;
    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(CrossTenantQueries crossTenant, JdbcClient jdbc, Clock clock) {
        this.crossTenant = crossTenant;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A number.
     *
     * @param label a state or a name; empty where there is only one number
     */
    public record Figure(String name, String label, long number) {}

    /** All of them, as they are now. */
    public List<Figure> read() {
        var all = new ArrayList<>(crossTenant.askOften(
                "cross_tenant_figures",
                (row, number) -> new Figure(row.getString(1), row.getString(2), row.getLong(3)),
                clock.instant()));
        jdbc.sql("""
                        select count(*) filter (where execution_time <= now() and not picked),
                          coalesce(extract(epoch from now() - min(execution_time)
                            filter (where execution_time <= now() and not picked)), 0)::bigint,
                          count(*) filter (where consecutive_failures > 0)
                        from scheduled_tasks where execution_time > 'epoch' or picked or consecutive_failures > 0
                        """).query(row -> {
            all.add(new Figure("jobs.due", "", row.getLong(1)));
            all.add(new Figure("jobs.due.age", "", row.getLong(2)));
            all.add(new Figure("jobs.failing", "", row.getLong(3)));
        });
        return all;
    }
}

package io.patchbay.monitoring.failure;

import io.patchbay.platform.jdbc.Timestamps;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which jobs fail. */
@Service
public class FailingJobs {

    private static final int AT_MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    FailingJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that fail now, the latest failure first; a hundred at most. */
    @Transactional(readOnly = true)
    public List<FailingJob> all() {
        return jdbc.sql("""
                        select t.task_name, t.task_instance, t.consecutive_failures, t.last_failure, t.execution_time, t.picked, f.cause
                        from scheduled_tasks t
                        left join job_failure f on f.task_name = t.task_name and f.task_instance = t.task_instance
                        where t.consecutive_failures > 0
                        order by t.last_failure desc nulls last, t.task_name, t.task_instance limit ?
                        """)
                .param(AT_MOST)
                .query((row, number) -> new FailingJob(
                        row.getString("task_name"),
                        row.getString("task_instance"),
                        row.getInt("consecutive_failures"),
                        Timestamps.instantOrNull(row, "last_failure"),
                        row.getString("cause"),
                        Timestamps.instant(row, "execution_time"),
                        row.getBoolean("picked")))
                .list();
    }

    /**
     * Lets a job that fails run at once. One that runs already, or that no longer fails, is left as it is.
     *
     * @return whether it will run
     */
    @Transactional
    public boolean runAgain(String task, String instance) {
        return jdbc.sql("""
                                update scheduled_tasks set execution_time = ?, version = version + 1
                                where task_name = ? and task_instance = ? and consecutive_failures > 0 and not picked
                                """)
                        .param(Timestamps.utc(clock.instant()))
                        .param(task)
                        .param(instance)
                        .update()
                > 0;
    }
}

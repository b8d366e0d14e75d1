package io.patchbay.monitoring.failure;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete.Result;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.patchbay.platform.jdbc.Timestamps;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down why the run of a job failed, as long as it fails: db-scheduler itself remembers only that it did. */
@Component
class JobFailures extends AbstractSchedulerListener {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String OURS = "io.patchbay.";
    private static final int DEEPEST = 6;

    private final ObjectProvider<JdbcClient> jdbc;

    JobFailures(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete run) {
        var execution = run.getExecution();
        var cause = run.getCause();
        if (run.getResult() == Result.FAILED && cause.isPresent()) {
            record(execution.taskInstance, run.getTimeDone(), describe(cause.get()));
        } else if (execution.consecutiveFailures > 0) {
            forget(execution.taskInstance);
        }
    }

    private void record(TaskInstance<?> task, Instant at, String cause) {
        jdbc.getObject()
                .sql("""
                        insert into job_failure (task_name, task_instance, failed_at, cause) values (?, ?, ?, ?)
                        on conflict on constraint job_failure_pk do update set failed_at = excluded.failed_at, cause = excluded.cause
                        """)
                .param(task.getTaskName())
                .param(task.getId())
                .param(Timestamps.utc(at))
                .param(cause)
                .update();
        jdbc.getObject()
                .sql("delete from job_failure where failed_at < ?")
                .param(Timestamps.utc(at.minus(KEPT)))
                .update();
    }

    private void forget(TaskInstance<?> task) {
        jdbc.getObject()
                .sql("delete from job_failure where task_name = ? and task_instance = ?")
                .param(task.getTaskName())
                .param(task.getId())
                .update();
    }

    /** Kinds of error from the outermost to the cause, and where in our own code; no message, which may name a company. */
    static String describe(Throwable failure) {
        var kinds = new ArrayList<String>();
        var deepest = failure;
        for (Throwable cause = failure; cause != null && kinds.size() < DEEPEST; cause = cause.getCause()) {
            var kind = cause.getClass().getSimpleName();
            kinds.add(cause instanceof SQLException sql ? kind + " " + sql.getSQLState() : kind);
            deepest = cause;
        }
        var place = Arrays.stream(deepest.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
        return String.join(": ", kinds) + place;
    }
}

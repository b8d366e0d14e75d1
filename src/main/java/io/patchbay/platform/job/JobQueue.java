package io.patchbay.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import jakarta.persistence.EntityManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wakes durable jobs through db-scheduler's table. db-scheduler itself can neither move an execution that is running nor insert
 * one that another transaction inserts at the same time without failing the transaction; the column {@code woken} and one
 * statement can do both.
 */
@Component
public class JobQueue {

    private static final String REQUESTED = "requested";

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Scheduler> scheduler;

    JobQueue(
            JdbcClient jdbc,
            EntityManager entities,
            TransactionTemplate transaction,
            ObjectProvider<Scheduler> scheduler) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.transaction = transaction;
        this.scheduler = scheduler;
    }

    /**
     * Has a job that belongs to no company done as soon as possible, in a transaction of its own where none is open. Where it runs
     * already it is not done again: whoever requested it looks whether that was enough.
     */
    public void request(String job) {
        transaction.executeWithoutResult(status -> wake(job, REQUESTED));
    }

    /**
     * Makes the job due, or marks it where it runs. Whoever would begin or end it meanwhile waits for this transaction's end,
     * by the lock on the row. What was changed until now is written first: two who write and wake in different order
     * would wait for each other.
     */
    void wake(String job, String instance) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Wake %s in the transaction that makes work for it".formatted(job));
        }
        entities.flush();
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (?, ?, 'epoch', false, 1)
                        on conflict (task_name, task_instance)
                          do update set execution_time = excluded.execution_time, woken = scheduled_tasks.picked
                        """).params(job, instance).update();
        TransactionSynchronizationManager.registerSynchronization(new LookAfterCommit());
    }

    /** Ends an execution, in one transaction with the look whether it was woken while it ran. */
    void end(TaskInstanceId instance, Runnable asPlanned, Runnable atOnce) {
        transaction.executeWithoutResult(status -> {
            if (takeWakeUp(instance)) {
                atOnce.run();
                TransactionSynchronizationManager.registerSynchronization(new LookAfterCommit());
            } else {
                asPlanned.run();
            }
        });
    }

    private boolean takeWakeUp(TaskInstanceId instance) {
        var woken = jdbc.sql("select woken from scheduled_tasks where task_name = ? and task_instance = ? for update")
                .params(instance.getTaskName(), instance.getId())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (woken) {
            jdbc.sql("update scheduled_tasks set woken = false where task_name = ? and task_instance = ?")
                    .params(instance.getTaskName(), instance.getId())
                    .update();
        }
        return woken;
    }

    /** Spares the wait until the scheduler of this instance looks by itself. */
    private final class LookAfterCommit implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
        }
    }
}

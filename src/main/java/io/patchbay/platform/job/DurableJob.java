package io.patchbay.platform.job;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A job that each of a company's things has for itself, by the thing's identifier. Extend it with a bean: db-scheduler finds it
 * as one of its tasks.
 *
 * <ul>
 *   <li>{@link #wake} is part of the caller's transaction: it counts if and when that commits.
 *   <li>No wake-up is lost. A job that is woken while it runs runs once more.
 *   <li>One execution at a time for each thing, whatever the number of instances.
 *   <li>A run that fails is repeated with growing waits. The run of an instance that died is repeated when its heartbeat is
 *       missed. So a run must be able to go on where the tables say the one before it stood.
 * </ul>
 */
public abstract class DurableJob extends AbstractTask<Void> {

    private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private final Actor actor;
    private final JobQueue queue;

    /**
     * @param name under which its executions are stored; never changes
     * @param actor who acts while it runs
     */
    protected DurableJob(String name, Actor actor, JobQueue queue) {
        super(name, Void.class, DurableJob::retry, new DeadExecutionHandler.ReviveDeadExecution<>());
        this.actor = actor;
        this.queue = queue;
    }

    /**
     * Works on one thing of the current company, outside of any transaction.
     *
     * @return how long until there is more to do, by the real clock; empty where there is nothing until it is woken again
     */
    protected abstract Optional<Duration> run(UUID id);

    /**
     * Has the current company's thing worked on as soon as the current transaction is committed.
     *
     * @throws IllegalStateException outside a transaction, or where no company is bound
     */
    public final void wake(UUID id) {
        queue.wake(getName(), Current.company() + "/" + id);
    }

    @Override
    public final CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        var next = run(instance.getId());
        return (complete, operations) -> queue.end(
                instance,
                () -> next.ifPresentOrElse(
                        delay -> operations.reschedule(
                                complete, complete.getTimeDone().plus(delay)),
                        operations::remove),
                () -> operations.reschedule(complete, complete.getTimeDone()));
    }

    private Optional<Duration> run(String instance) {
        var ids = instance.split("/", 2);
        var next = new AtomicReference<Optional<Duration>>(Optional.empty());
        Correlation.run(
                Correlation.current().orElseGet(() -> UUID.randomUUID().toString()),
                () -> next.set(
                        Current.as(new CompanyId(UUID.fromString(ids[0])), actor, () -> run(UUID.fromString(ids[1])))));
        return next.get();
    }

    private static void retry(ExecutionComplete failure, ExecutionOperations<Void> operations) {
        var wait = AFTER_FAILURE.after(failure.getExecution().consecutiveFailures);
        operations.reschedule(failure, failure.getTimeDone().plus(wait));
    }

    @Override
    public final SchedulableInstance<Void> schedulableInstance(String id) {
        return SchedulableInstance.of(instance(id), Instant.EPOCH);
    }

    @Override
    public final SchedulableInstance<Void> schedulableInstance(String id, Void data) {
        return schedulableInstance(id);
    }
}

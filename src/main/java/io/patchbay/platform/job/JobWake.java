package io.patchbay.platform.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A durable job for one thing of one company, by its identifier: one execution at a time, woken in the transaction that makes
 * work for it. Woken while it runs, it runs again afterwards.
 */
public final class JobWake {

    private static final Duration RETRY_AFTER_CRASH = Duration.ofSeconds(5);
    private static final Duration WAIT = Duration.ofMillis(300);

    private final TaskDescriptor<Void> job;
    private final TaskDescriptor<Void> soon;
    private final Actor actor;
    private final ObjectProvider<SchedulerClient> scheduler;

    public JobWake(String name, Actor actor, ObjectProvider<SchedulerClient> scheduler) {
        this.job = TaskDescriptor.of(name);
        this.soon = TaskDescriptor.of(name + "-soon");
        this.actor = actor;
        this.scheduler = scheduler;
    }

    /** Has it run as soon as may be. */
    public void now(UUID id) {
        at(id, Instant.EPOCH);
    }

    /** Has it run at that time of the real clock, or earlier. */
    void at(UUID id, Instant time) {
        var instance = Current.company() + "/" + id;
        if (!wake(instance, time)) {
            scheduler
                    .getObject()
                    .scheduleIfNotExists(
                            soon.instance(instance + "/" + UUID.randomUUID()).build(), Instant.EPOCH);
        }
    }

    /** The job; the work says how long until there is more of it, and nothing when there is none. */
    public CustomTask<Void> task(Function<UUID, Optional<Duration>> work) {
        return Tasks.custom(job)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER_CRASH))
                .execute((instance, context) -> run(instance.getId(), work)
                        .<CompletionHandler<Void>>map(delay -> (complete, operations) -> operations.reschedule(
                                complete, complete.getTimeDone().plus(delay)))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private Optional<Duration> run(String instance, Function<UUID, Optional<Duration>> work) {
        var ids = instance.split("/", 2);
        var wait = new AtomicReference<Optional<Duration>>(Optional.empty());
        Correlation.run(
                UUID.randomUUID().toString(),
                () -> wait.set(Current.as(
                        new CompanyId(UUID.fromString(ids[0])), actor, () -> work.apply(UUID.fromString(ids[1])))));
        return wait.get();
    }

    /** Waits for the end of an execution, to have another one. */
    public CustomTask<Void> soon() {
        return Tasks.custom(soon).execute((instance, context) -> {
            var id = instance.getId();
            return wake(id.substring(0, id.lastIndexOf('/')), Instant.EPOCH)
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : (complete, operations) -> operations.reschedule(
                            complete, complete.getTimeDone().plus(WAIT));
        });
    }

    private boolean wake(String id, Instant time) {
        var instance = job.instance(id).build();
        try {
            var client = scheduler.getObject();
            return client.scheduleIfNotExists(instance, time) || client.reschedule(instance, time);
        } catch (TaskInstanceCurrentlyExecutingException running) {
            return false;
        }
    }
}

package io.patchbay.environment.health;

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
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The durable job that checks one connection again and again: one execution at a time whatever the number of instances, at
 * a moment of its own within the hour, and no sooner after an outage than at any other time.
 */
@Component
public class CheckJob {

    static final Actor ACTOR = new Actor.Machine("Connection check");

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("check-connection");
    private static final TaskDescriptor<Void> SOON = TaskDescriptor.of("check-connection-soon");
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration RETRY_AFTER_CRASH = Duration.ofSeconds(30);
    private static final double SPREAD = 0.1;

    private final ConnectionChecker checks;
    private final CheckProperties properties;
    private final ObjectProvider<SchedulerClient> scheduler;

    CheckJob(ConnectionChecker checks, CheckProperties properties, ObjectProvider<SchedulerClient> scheduler) {
        this.checks = checks;
        this.properties = properties;
        this.scheduler = scheduler;
    }

    /** Begins to check a connection; in the transaction that makes it. */
    public void begin(EnvironmentId environment) {
        scheduler.getObject().scheduleIfNotExists(TASK.instance(id(environment)).build(), Instant.EPOCH);
    }

    /** Checks it as soon as may be: now, or right after a check that is being made and began too early to count. */
    public void now(EnvironmentId environment) {
        var id = id(environment);
        if (!bringForward(id)) {
            scheduler.getObject().scheduleIfNotExists(SOON.instance(id).build(), Instant.EPOCH);
        }
    }

    /** Whether the next check will be made at once; false while one is being made. */
    private boolean bringForward(String id) {
        var instance = TASK.instance(id).build();
        try {
            return scheduler.getObject().reschedule(instance, Instant.EPOCH)
                    || scheduler.getObject().scheduleIfNotExists(instance, Instant.EPOCH);
        } catch (TaskInstanceCurrentlyExecutingException beingMade) {
            return false;
        }
    }

    private static String id(EnvironmentId environment) {
        return Current.company() + "/" + environment;
    }

    /** Waits for a check that is being made, to bring the next one forward. */
    public CustomTask<Void> soon() {
        return Tasks.custom(SOON)
                .execute((instance, context) -> bringForward(instance.getId())
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : (complete, operations) -> operations.reschedule(
                                complete, complete.getTimeDone().plus(WAIT)));
    }

    public CustomTask<Void> task() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER_CRASH))
                .execute((instance, context) -> next(run(instance.getId())));
    }

    private ConnectionChecker.CheckOutcome run(String id) {
        var ids = id.split("/", 2);
        var outcome = new AtomicReference<>(ConnectionChecker.CheckOutcome.GONE);
        Correlation.run(
                UUID.randomUUID().toString(),
                () -> outcome.set(Current.as(
                        new CompanyId(UUID.fromString(ids[0])),
                        ACTOR,
                        () -> checks.check(new EnvironmentId(UUID.fromString(ids[1])), properties.every()))));
        return outcome.get();
    }

    private CompletionHandler<Void> next(ConnectionChecker.CheckOutcome outcome) {
        return switch (outcome) {
            case GONE -> new CompletionHandler.OnCompleteRemove<>();
            case NOT_DUE -> after(ThreadLocalRandom.current().nextDouble());
            case CHECKED -> after(1 + SPREAD * (ThreadLocalRandom.current().nextDouble() * 2 - 1));
        };
    }

    private CompletionHandler<Void> after(double share) {
        var delay = Duration.ofMillis((long) (properties.every().toMillis() * share));
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(delay));
    }
}

package io.patchbay.environment.disconnect;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.ConnectionTeardown.Removal;
import io.patchbay.environment.disconnect.DisconnectRows.Item;
import io.patchbay.environment.disconnect.DisconnectRows.Run;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The durable job that takes a connection apart, piece by piece. Whatever crashes, it goes on where the tables say it
 * stood; a piece may be asked for twice, never forgotten. It always comes to an end: what cannot be removed is left and
 * named.
 */
@Component
public class DisconnectJob {

    private static final Logger LOG = LoggerFactory.getLogger(DisconnectJob.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("disconnect-intune");
    private static final Duration RETRY_AFTER_CRASH = Duration.ofSeconds(5);
    private static final Actor ACTOR = new Actor.Machine("Disconnect");

    private final Disconnects disconnects;
    private final ObjectProvider<ConnectionTeardown> tied;
    private final AppTokens tokens;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    DisconnectJob(
            Disconnects disconnects,
            ObjectProvider<ConnectionTeardown> tied,
            AppTokens tokens,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.disconnects = disconnects;
        this.tied = tied;
        this.tokens = tokens;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Begins; in the transaction that writes the run down. */
    void begin(UUID run) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        TASK.instance(Current.company() + "/" + run).build(), Instant.EPOCH);
    }

    public CustomTask<Void> task() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER_CRASH))
                .execute((instance, context) -> {
                    var ids = instance.getId().split("/", 2);
                    var wait = new AtomicReference<Optional<Duration>>(Optional.empty());
                    Correlation.run(
                            UUID.randomUUID().toString(),
                            () -> wait.set(work(new CompanyId(UUID.fromString(ids[0])), UUID.fromString(ids[1]))));
                    return wait.get()
                            .<CompletionHandler<Void>>map(delay -> (complete, operations) -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(delay)))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    /** Works until nothing is to be done now. How long until there is something again; empty when it is over. */
    Optional<Duration> work(CompanyId company, UUID id) {
        return Current.as(company, ACTOR, () -> disconnects.find(id))
                .filter(run -> run.finishedAt() == null)
                .flatMap(run -> Current.as(company, run.person(), () -> work(run)));
    }

    private Optional<Duration> work(Run run) {
        for (var next = disconnects.next(run.id()); next.isPresent(); next = disconnects.next(run.id())) {
            var wait = Duration.between(clock.instant(), next.get().visibleFrom());
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            disconnects.store(run, next.get(), remove(run, next.get()));
        }
        disconnects.finish(run);
        tokens.forget(run.tenantId());
        return Optional.empty();
    }

    private Removal remove(Run run, Item item) {
        var owner = tied.stream().filter(one -> one.kind().equals(item.kind())).findFirst();
        if (owner.isEmpty()) {
            return new Removal.Left("Nobody here knows this kind any more");
        }
        try {
            return owner.get().remove(run.environment(), item.piece());
        } catch (RuntimeException e) {
            LOG.warn("Taking away {} {} failed", item.kind(), item.piece().reference(), e);
            return new Removal.Later("Unexpected failure");
        }
    }
}

package io.patchbay.notification.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * The durable job of one channel: sends what waits, oldest first, one after the other, whatever the number of instances. What
 * was sent and not yet stored when a machine went down is sent again, with the same identifier.
 */
@Component
public class DeliveryJob {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final Duration RETRY_AFTER_CRASH = Duration.ofSeconds(10);
    private static final int AT_ONCE = 10;
    private static final Actor ACTOR = new Actor.Machine("Notifications");

    private final Deliveries deliveries;
    private final Senders senders;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    DeliveryJob(Deliveries deliveries, Senders senders, MessageSourceAccessor messages, Clock clock) {
        this.deliveries = deliveries;
        this.senders = senders;
        this.messages = messages;
        this.clock = clock;
    }

    public CustomTask<Void> task() {
        return Tasks.custom(DeliveryWake.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER_CRASH))
                .execute((instance, context) -> {
                    var ids = instance.getId().split("/", 2);
                    var wait = new AtomicReference<Optional<Duration>>(Optional.empty());
                    Correlation.run(
                            UUID.randomUUID().toString(),
                            () -> wait.set(Current.as(
                                    new CompanyId(UUID.fromString(ids[0])),
                                    ACTOR,
                                    () -> work(UUID.fromString(ids[1])))));
                    return wait.get()
                            .<CompletionHandler<Void>>map(delay -> (complete, operations) -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(delay)))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    /** Sends what is due. How long until it looks again; empty where nothing waits. */
    private Optional<Duration> work(UUID channel) {
        for (int i = 0; i < AT_ONCE; i++) {
            var next = deliveries.next(channel);
            if (next.isEmpty()) {
                deliveries.endOf(channel);
                return Optional.empty();
            }
            var wait = Duration.between(clock.instant(), next.get().from());
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            deliveries.store(next.get(), send(next.get()));
        }
        return Optional.of(Duration.ZERO);
    }

    /** What nobody expected counts as a failure of this channel, so that it rests and gives up like after any other. */
    private Sent send(Deliveries.Due due) {
        try {
            return senders.send(due.channel(), due.delivery());
        } catch (RuntimeException e) {
            LOG.error("Sending through the channel {} failed", due.channel().id(), e);
            return new Sent.Failed(messages.getMessage("channel.failed.here"), Duration.ZERO);
        }
    }
}

package io.patchbay.notification.delivery;

import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * The durable job of one channel: sends what waits, oldest first, one after the other. What was sent and not yet stored when a
 * machine went down is sent again, with the same identifier.
 */
@Component
public class DeliveryJob extends DurableJob {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final int AT_ONCE = 10;

    private final Deliveries deliveries;
    private final Senders senders;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    DeliveryJob(Deliveries deliveries, Senders senders, MessageSourceAccessor messages, Clock clock, JobQueue queue) {
        super("deliver-notices", Actor.Machine.PATCHBAY, queue);
        this.deliveries = deliveries;
        this.senders = senders;
        this.messages = messages;
        this.clock = clock;
    }

    /** Sends what is due. How long until it looks again; empty where nothing waits. */
    @Override
    protected Optional<Duration> run(UUID channel) {
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
    private SendResult send(Deliveries.DueDelivery due) {
        try {
            return senders.send(due.channel(), due.delivery());
        } catch (RuntimeException e) {
            LOG.error("Sending through the channel {} failed", due.channel().id(), e);
            return new SendResult.Failed(messages.getMessage("channel.failed.here"), Duration.ZERO);
        }
    }
}

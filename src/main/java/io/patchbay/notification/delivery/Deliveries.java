package io.patchbay.notification.delivery;

import io.patchbay.notification.channel.Channel;
import io.patchbay.notification.channel.ChannelStore;
import io.patchbay.platform.job.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores how far each delivery has come. Every method is one transaction; none sends anything. */
@Service
class Deliveries {

    private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofMinutes(1), Duration.ofHours(4));
    private static final Duration CLOSED_FOR = Duration.ofMinutes(15);
    private static final int FAILURES_AT_MOST = 5;

    private final DeliveryStore deliveries;
    private final ChannelStore channels;
    private final Clock clock;

    Deliveries(DeliveryStore deliveries, ChannelStore channels, Clock clock) {
        this.deliveries = deliveries;
        this.channels = channels;
        this.clock = clock;
    }

    /** What a channel has to do next, and from when. */
    record DueDelivery(Channel channel, Delivery delivery, Instant from) {}

    /** Nothing waits in the channel: it is deleted if its connection is gone. */
    @Transactional
    void endOf(UUID id) {
        if (channels.findAny(id).filter(Channel::ended).isPresent()
                && deliveries.next(id).isEmpty()) {
            channels.delete(id);
        }
    }

    @Transactional(readOnly = true)
    Optional<DueDelivery> next(UUID id) {
        return channels.findAny(id)
                .flatMap(channel -> deliveries
                        .next(id)
                        .map(delivery -> new DueDelivery(channel, delivery, from(channel, delivery))));
    }

    private static Instant from(Channel channel, Delivery delivery) {
        var closed = channel.closedUntil();
        return closed != null && closed.isAfter(delivery.visibleFrom()) ? closed : delivery.visibleFrom();
    }

    @Transactional
    void store(DueDelivery due, SendResult sent) {
        var now = clock.instant();
        switch (sent) {
            case SendResult.Taken(var answer) -> {
                deliveries.finish(due.channel().id(), due.delivery(), "DELIVERED", answer, now);
                channels.save(due.channel().id(), 0, null);
                channels.arrived(due.channel().id(), clock.instant());
            }
            case SendResult.Failed(var answer, var retryAfter) ->
                failed(due, answer, AFTER_FAILURE.after(due.delivery().attempts(), retryAfter), now);
        }
    }

    private void failed(DueDelivery due, String answer, Duration wait, Instant now) {
        var again = now.plus(wait);
        if (again.isAfter(due.delivery().giveUpAt())) {
            deliveries.finish(due.channel().id(), due.delivery(), "GIVEN_UP", answer, now);
        } else {
            deliveries.later(due.delivery(), answer, again);
        }
        var failures = due.channel().failures() + 1;
        channels.save(due.channel().id(), failures, failures >= FAILURES_AT_MOST ? now.plus(CLOSED_FOR) : null);
    }
}

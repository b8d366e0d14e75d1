package io.patchbay.notification.setup;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.event.EventLog;
import io.patchbay.notification.channel.Channel;
import io.patchbay.notification.channel.ChannelStore;
import io.patchbay.notification.channel.NotificationEventKind;
import io.patchbay.notification.delivery.DeliveryStore;
import io.patchbay.notification.delivery.DeliveryView;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.problem.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The channels of the current company's connected environments. */
@Service
public class Channels {

    private final ChannelStore channels;
    private final DeliveryStore deliveries;
    private final Environments environments;
    private final EventLog log;
    private final Clock clock;

    Channels(ChannelStore channels, DeliveryStore deliveries, Environments environments, EventLog log, Clock clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.environments = environments;
        this.log = log;
        this.clock = clock;
    }

    /** The environments that can have channels. */
    public List<EnvironmentView> connected() {
        return environments.all().stream().filter(EnvironmentView::connected).toList();
    }

    /** All of them, oldest first. */
    @Transactional(readOnly = true)
    public List<ChannelView> all() {
        var names = environments.all().stream().collect(Collectors.toMap(EnvironmentView::id, EnvironmentView::name));
        return channels.all().stream()
                .map(channel -> view(channel, names.getOrDefault(channel.environment(), ""), List.of()))
                .toList();
    }

    /**
     * One of them, with its last deliveries.
     *
     * @throws NotFoundException where the company has no such channel
     */
    @Transactional(readOnly = true)
    public ChannelView get(UUID id) {
        var channel = channels.find(id).orElseThrow(NotFoundException::new);
        return view(channel, environments.get(channel.environment()).name(), deliveries.last(id));
    }

    /**
     * Chooses what goes through a channel; what waits in it already stays.
     *
     * @throws NotFoundException where the company has no such channel
     */
    @Transactional
    public void listenTo(UUID id, Set<NoticeKind> kinds) {
        var channel = channels.find(id).orElseThrow(NotFoundException::new);
        if (!channel.kinds().equals(kinds)) {
            channels.listenTo(id, kinds);
            log.append(NotificationEventKind.NOTIFICATION_CHANNEL_CHANGED
                    .of(channel)
                    .variant("kinds"));
        }
    }

    /**
     * Removes a channel with what still waits in it.
     *
     * @return its name
     * @throws NotFoundException where the company has no such channel
     */
    @Transactional
    public String remove(UUID id) {
        var channel = channels.find(id).orElseThrow(NotFoundException::new);
        if (channels.delete(id)) {
            log.append(NotificationEventKind.NOTIFICATION_CHANNEL_REMOVED
                    .of(channel)
                    .variant("removed"));
        }
        return channel.name();
    }

    private ChannelView view(Channel channel, String environment, List<DeliveryView> last) {
        var closed = channel.closedUntil();
        return new ChannelView(
                channel.id(),
                channel.environment(),
                environment,
                channel.type(),
                channel.name(),
                channel.addressShown(),
                channel.kinds(),
                channel.verifiedAt() != null,
                channel.arrivedAt() != null,
                closed != null && closed.isAfter(clock.instant()),
                last);
    }
}

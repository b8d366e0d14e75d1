package io.patchbay.notification.incident;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.notification.channel.Channel;
import io.patchbay.notification.channel.ChannelStore;
import io.patchbay.notification.delivery.DeliveryJob;
import io.patchbay.notification.delivery.DeliveryStore;
import io.patchbay.notification.inbox.NoticeStore;
import io.patchbay.notification.notice.NewNotice;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Channels and inbox end with the connection, last of all; a channel leaves when it has told the end. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class NotificationTeardown implements ConnectionTeardown {

    private static final String INBOX = "inbox";
    private static final Duration END_TOLD_WITHIN = Duration.ofHours(1);

    private final ChannelStore channels;
    private final DeliveryStore deliveries;
    private final NoticeStore notices;
    private final ConnectionIncidentStore incidents;
    private final MessageSourceAccessor messages;
    private final Clock clock;
    private final DeliveryJob job;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;

    NotificationTeardown(
            ChannelStore channels,
            DeliveryStore deliveries,
            NoticeStore notices,
            ConnectionIncidentStore incidents,
            MessageSourceAccessor messages,
            Clock clock,
            DeliveryJob job,
            Identifiers identifiers,
            TransactionTemplate transaction) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.notices = notices;
        this.incidents = incidents;
        this.messages = messages;
        this.clock = clock;
        this.job = job;
        this.identifiers = identifiers;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "notification";
    }

    @Override
    public List<TeardownItem> preview(EnvironmentId environment) {
        var pieces = new ArrayList<TeardownItem>();
        channels.of(environment)
                .forEach(channel -> pieces.add(new TeardownItem(
                        channel.id().toString(), messages.getMessage("teardown.notification.channel", new Object[] {
                            messages.getMessage("channel." + channel.type()), channel.name()
                        }))));
        var told = notices.count(environment);
        if (told > 0) {
            pieces.add(
                    new TeardownItem(INBOX, messages.getMessage("teardown.notification.inbox", new Object[] {told})));
        }
        return pieces;
    }

    @Override
    public Removal remove(EnvironmentId environment, TeardownItem piece) {
        transaction.executeWithoutResult(status -> {
            if (piece.reference().equals(INBOX)) {
                notices.delete(environment);
            } else {
                channels.leave(UUID.fromString(piece.reference()));
            }
        });
        return new Removal.Removed();
    }

    @EventListener
    void disconnected(IntuneDisconnected event) {
        notices.delete(event.environment());
        incidents.delete(event.environment());
        channels.leaving(event.environment()).forEach(channel -> tellEnd(channel, event));
    }

    private void tellEnd(Channel channel, IntuneDisconnected event) {
        if (channel.verifiedAt() != null && channel.kinds().contains(NoticeKind.DISCONNECT_FINISHED)) {
            deliveries.insert(identifiers.next(), channel.id(), end(event));
        }
        deliveries.giveUpBy(channel.id(), clock.instant().plus(END_TOLD_WITHIN));
        channels.end(channel.id());
        job.wake(channel.id());
    }

    private NewNotice end(IntuneDisconnected event) {
        var arguments = new Object[] {event.tenantName(), event.by(), event.removed(), event.left()};
        return new NewNotice(
                NoticeKind.DISCONNECT_FINISHED,
                event.environment(),
                messages.getMessage("notice.DISCONNECT_FINISHED.title", arguments),
                messages.getMessage("notice.DISCONNECT_FINISHED.body", arguments),
                "/settings/environments",
                clock.instant());
    }
}

package io.patchbay.notification;

import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.environment.TiedToConnection;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.EnvironmentId;
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

/** Channels and inbox end with the connection, last of all, so that its end can still be told. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class NotificationsTied implements TiedToConnection {

    private static final String INBOX = "inbox";
    private static final Duration WAITED_FOR = Duration.ofSeconds(20);

    private final ChannelRows channels;
    private final DeliveryRows deliveries;
    private final NoticeRows notices;
    private final TroubleRows troubles;
    private final MessageSourceAccessor messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NotificationsTied(
            ChannelRows channels,
            DeliveryRows deliveries,
            NoticeRows notices,
            TroubleRows troubles,
            MessageSourceAccessor messages,
            Clock clock,
            TransactionTemplate transaction) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.notices = notices;
        this.troubles = troubles;
        this.messages = messages;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "notification";
    }

    @Override
    public List<Piece> preview(EnvironmentId environment) {
        var pieces = new ArrayList<Piece>();
        channels.of(Current.company(), environment)
                .forEach(channel -> pieces.add(new Piece(
                        channel.id().toString(), messages.getMessage("tied.notification.channel", new Object[] {
                            messages.getMessage("channel." + channel.type()), channel.name()
                        }))));
        var told = notices.count(Current.company(), environment);
        if (told > 0) {
            pieces.add(new Piece(INBOX, messages.getMessage("tied.notification.inbox", new Object[] {told})));
        }
        return pieces;
    }

    @Override
    public Removal remove(EnvironmentId environment, Piece piece) {
        var done = transaction.execute(status -> {
            if (piece.reference().equals(INBOX)) {
                notices.delete(Current.company(), environment);
                return true;
            }
            return removed(UUID.fromString(piece.reference()));
        });
        return Boolean.TRUE.equals(done)
                ? new Removal.Removed()
                : new Removal.Later(messages.getMessage("tied.notification.later"));
    }

    /** Lets what was just told go out first, but waits for no receiver that fails. */
    private boolean removed(UUID channel) {
        var waits = deliveries
                .next(Current.company(), channel)
                .filter(delivery -> delivery.attempts() == 0)
                .filter(delivery -> delivery.at().plus(WAITED_FOR).isAfter(clock.instant()));
        if (waits.isPresent()) {
            return false;
        }
        channels.delete(Current.company(), channel);
        return true;
    }

    @EventListener
    void disconnected(IntuneDisconnected event) {
        notices.delete(Current.company(), event.environment());
        troubles.delete(Current.company(), event.environment());
    }
}

package io.patchbay.notification.channel;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.NewEvent;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about notification channels. */
public enum NotificationEventKind implements EventKind {
    NOTIFICATION_CHANNEL_ADDED(
            EventDefinition.security(Category.NOTIFICATION, Operation.CREATED, "channel", "address")),
    NOTIFICATION_CHANNEL_CHANGED(EventDefinition.general(Category.NOTIFICATION, Operation.UPDATED, "channel", "address")
            .variants("kinds", "verified")),
    NOTIFICATION_CHANNEL_REMOVED(
            EventDefinition.security(Category.NOTIFICATION, Operation.REMOVED, "channel", "address")
                    .variants("removed", "unsubscribed"));

    private final EventDefinition definition;

    NotificationEventKind(EventDefinition definition) {
        this.definition = definition;
    }

    @Override
    public EventDefinition definition() {
        return definition;
    }

    /** This happening to a channel. */
    public NewEvent of(Channel channel) {
        return NewEvent.of(this, channel.name())
                .in(channel.environment())
                .with("channel", channel.type().name())
                .with("address", channel.addressShown());
    }

    @Component
    static class All implements EventKinds {

        @Override
        public List<EventKind> kinds() {
            return List.of(values());
        }
    }
}

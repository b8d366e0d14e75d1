package io.patchbay.notification.web;

import io.patchbay.notification.Channels;
import io.patchbay.notification.Inbox;
import io.patchbay.tenancy.Actor;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.web.Bell;
import io.patchbay.web.BellSource;
import io.patchbay.web.NavigationEntry;
import io.patchbay.web.NavigationEntry.Section;
import io.patchbay.web.NavigationSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Settings | Notifications and the bell, only while something is connected. */
@Component
class NotificationsNavigation implements NavigationSource, BellSource {

    private final Channels channels;
    private final Inbox inbox;

    NotificationsNavigation(Channels channels, Inbox inbox) {
        this.channels = channels;
        this.inbox = inbox;
    }

    @Override
    public List<NavigationEntry> entries() {
        return shown()
                ? List.of(new NavigationEntry(
                        "notifications", "nav.notifications", "/settings/notifications", "bell", Section.SETTINGS, 50))
                : List.of();
    }

    @Override
    public Optional<Bell> bell() {
        if (!(Current.scope().map(Current.Scope::actor).orElse(null) instanceof Actor.Human person) || !shown()) {
            return Optional.empty();
        }
        var unread = inbox.unread(person.id());
        return Optional.of(new Bell(Math.min(unread, Inbox.COUNTED - 1), unread == Inbox.COUNTED));
    }

    private boolean shown() {
        return Current.companyIfAny().isPresent()
                && Current.may(Capability.VIEW_NOTIFICATIONS)
                && !channels.connected().isEmpty();
    }
}

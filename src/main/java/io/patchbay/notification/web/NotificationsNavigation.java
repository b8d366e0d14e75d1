package io.patchbay.notification.web;

import io.patchbay.notification.inbox.Inbox;
import io.patchbay.notification.setup.Channels;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Bell;
import io.patchbay.ui.BellSource;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
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
        if (!shown()) {
            return Optional.empty();
        }
        var unread = inbox.unread();
        return Optional.of(new Bell(Math.min(unread, Inbox.COUNTED - 1), unread == Inbox.COUNTED));
    }

    private boolean shown() {
        return Current.companyIfAny().isPresent()
                && Current.may(Capability.VIEW_NOTIFICATIONS)
                && !channels.connected().isEmpty();
    }
}

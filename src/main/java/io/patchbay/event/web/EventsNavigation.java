package io.patchbay.event.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.OwnPages;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class EventsNavigation implements NavigationSource {

    private static final OwnPages VIEWS =
            new OwnPages("views.title", "/events/views/links", "/events/views", "views.manage");

    @Override
    public List<NavigationEntry> entries() {
        var entries = new ArrayList<NavigationEntry>();
        if (Current.may(Capability.VIEW_EVENTS)) {
            entries.add(
                    new NavigationEntry("events", "nav.events", "/events", "clock-history", Section.MAIN, 30, VIEWS));
        }
        if (Current.may(Capability.MANAGE_COMPANY)) {
            entries.add(new NavigationEntry(
                    "streaming", "nav.streaming", "/settings/streaming", "broadcast", Section.SETTINGS, 60));
        }
        return entries;
    }
}

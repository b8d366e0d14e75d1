package io.patchbay.event.web;

import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.web.NavigationEntry;
import io.patchbay.web.NavigationEntry.Section;
import io.patchbay.web.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class EventsNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Current.may(Capability.VIEW_EVENTS)
                ? List.of(new NavigationEntry("events", "nav.events", "/events", "clock-history", Section.MAIN, 30))
                : List.of();
    }
}

package io.patchbay.support.web;

import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.StaffRole;
import io.patchbay.web.NavigationEntry;
import io.patchbay.web.NavigationEntry.Section;
import io.patchbay.web.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StaffNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Current.is(StaffRole.SALES)
                ? List.of(
                        new NavigationEntry(
                                "staff-quotes", "nav.staff.quotes", "/staff/quotes", "receipt", Section.STAFF, 10),
                        new NavigationEntry(
                                "staff-licenses", "nav.staff.licenses", "/staff/licenses", "key", Section.STAFF, 20),
                        new NavigationEntry(
                                "staff-events",
                                "nav.staff.events",
                                "/staff/events",
                                "clock-history",
                                Section.STAFF,
                                30))
                : List.of();
    }
}

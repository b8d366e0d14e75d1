package io.patchbay.support.web;

import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class StaffNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Stream.concat(support(), sales()).toList();
    }

    private static Stream<NavigationEntry> support() {
        return Current.is(StaffRole.SUPPORT)
                ? Stream.of(new NavigationEntry(
                        "support", "nav.staff.support", "/support", "life-preserver", Section.STAFF, 5))
                : Stream.empty();
    }

    private static Stream<NavigationEntry> sales() {
        return Current.is(StaffRole.SALES)
                ? Stream.of(
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
                : Stream.empty();
    }
}

package io.patchbay.catalog.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class CatalogNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Stream.concat(catalog(), imports()).toList();
    }

    private static Stream<NavigationEntry> catalog() {
        return Current.may(Capability.VIEW_CATALOG)
                ? Stream.of(new NavigationEntry("catalog", "nav.catalog", "/catalog", "grid", Section.MAIN, 10))
                : Stream.empty();
    }

    private static Stream<NavigationEntry> imports() {
        return Current.is(StaffRole.SUPPORT)
                ? Stream.of(new NavigationEntry(
                        "staff-catalog", "catalog.imports.nav", "/support/catalog", "cloud-download", Section.STAFF, 7))
                : Stream.empty();
    }
}

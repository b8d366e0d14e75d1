package io.patchbay.catalog.web;

import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.web.NavigationEntry;
import io.patchbay.web.NavigationEntry.Section;
import io.patchbay.web.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CatalogNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Current.may(Capability.VIEW_CATALOG)
                ? List.of(new NavigationEntry("catalog", "nav.catalog", "/catalog", "grid", Section.MAIN, 10))
                : List.of();
    }
}

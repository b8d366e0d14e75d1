package io.patchbay.ui.overview;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OverviewNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Current.companyIfAny().isPresent() && Current.may(Capability.VIEW_ENVIRONMENTS)
                ? List.of(new NavigationEntry("overview", "nav.overview", "/overview", "house", Section.MAIN, 5))
                : List.of();
    }
}

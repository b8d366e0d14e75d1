package io.patchbay.environment.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class EnvironmentsNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Current.may(Capability.VIEW_ENVIRONMENTS)
                ? List.of(new NavigationEntry(
                        "environments",
                        "nav.environments",
                        "/settings/environments",
                        "diagram-3",
                        Section.SETTINGS,
                        30))
                : List.of();
    }
}

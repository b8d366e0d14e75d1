package io.patchbay.environment.web;

import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.web.NavigationEntry;
import io.patchbay.web.NavigationEntry.Section;
import io.patchbay.web.NavigationSource;
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

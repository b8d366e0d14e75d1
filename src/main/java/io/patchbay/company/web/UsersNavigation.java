package io.patchbay.company.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class UsersNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Current.may(Capability.VIEW_USERS)
                ? List.of(new NavigationEntry("users", "nav.users", "/settings/users", "people", Section.SETTINGS, 20))
                : List.of();
    }
}

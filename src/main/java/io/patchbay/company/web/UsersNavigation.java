package io.patchbay.company.web;

import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.web.NavigationEntry;
import io.patchbay.web.NavigationEntry.Section;
import io.patchbay.web.NavigationSource;
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

package io.patchbay.company.web;

import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.web.NavigationEntry;
import io.patchbay.web.NavigationEntry.Section;
import io.patchbay.web.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CompanyNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return Current.may(Capability.VIEW_COMPANY)
                ? List.of(new NavigationEntry(
                        "company", "nav.company", "/settings/company", "building", Section.SETTINGS, 10))
                : List.of();
    }
}

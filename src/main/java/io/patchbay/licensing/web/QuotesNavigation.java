package io.patchbay.licensing.web;

import io.patchbay.licensing.Licences;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.web.NavigationEntry;
import io.patchbay.web.NavigationEntry.Section;
import io.patchbay.web.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class QuotesNavigation implements NavigationSource {

    private final Licences licences;

    QuotesNavigation(Licences licences) {
        this.licences = licences;
    }

    @Override
    public List<NavigationEntry> entries() {
        return Current.may(Capability.MANAGE_LICENSES) && !licences.switchedOff()
                ? List.of(new NavigationEntry(
                        "quotes", "nav.quotes", "/settings/quotes", "receipt", Section.SETTINGS, 40))
                : List.of();
    }
}

package io.patchbay.licensing.web;

import io.patchbay.licensing.Licenses;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class QuotesNavigation implements NavigationSource {

    private final Licenses licenses;

    QuotesNavigation(Licenses licenses) {
        this.licenses = licenses;
    }

    @Override
    public List<NavigationEntry> entries() {
        return Current.may(Capability.MANAGE_LICENSES) && !licenses.switchedOff()
                ? List.of(new NavigationEntry(
                        "quotes", "nav.quotes", "/settings/quotes", "receipt", Section.SETTINGS, 40))
                : List.of();
    }
}

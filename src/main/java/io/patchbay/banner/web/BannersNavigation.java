package io.patchbay.banner.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Banners are in the navigation only while something is connected. */
@Component
class BannersNavigation implements NavigationSource {

    private final Environments environments;

    BannersNavigation(Environments environments) {
        this.environments = environments;
    }

    @Override
    public List<NavigationEntry> entries() {
        var shown = Current.companyIfAny().isPresent()
                && Current.may(Capability.VIEW_BANNERS)
                && environments.all().stream().anyMatch(EnvironmentView::connected);
        return shown
                ? List.of(new NavigationEntry(
                        "banners", "nav.banners", "/settings/banners", "megaphone", Section.SETTINGS, 40))
                : List.of();
    }
}

package io.patchbay.deployment.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.NavigationEntry;
import io.patchbay.ui.NavigationEntry.Section;
import io.patchbay.ui.NavigationSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deployments, only while something is connected. */
@Component
class DeploymentsNavigation implements NavigationSource {

    private final Environments environments;

    DeploymentsNavigation(Environments environments) {
        this.environments = environments;
    }

    @Override
    public List<NavigationEntry> entries() {
        return Current.companyIfAny().isPresent()
                        && Current.may(Capability.VIEW_DEPLOYMENTS)
                        && environments.all().stream().anyMatch(EnvironmentView::connected)
                ? List.of(new NavigationEntry(
                        "deployments", "nav.deployments", "/deployments", "box-seam", Section.MAIN, 20))
                : List.of();
    }
}

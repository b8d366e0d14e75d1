package io.patchbay.catalog.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.licensing.Licences;
import io.patchbay.licensing.Permit;
import io.patchbay.licensing.Use;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.EnvironmentId;
import io.patchbay.tenancy.Requires;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The App Catalog; until a tenant is connected, the way there. */
@Controller
class CatalogController {

    private final Environments environments;
    private final Licences licences;

    /** Why nothing can be deployed to an environment. */
    record Blocked(EnvironmentId environment, String name, String reason) {}

    CatalogController(Environments environments, Licences licences) {
        this.environments = environments;
        this.licences = licences;
    }

    @GetMapping("/catalog")
    @Requires(Capability.VIEW_CATALOG)
    String catalog(Model model) {
        var all = environments.all();
        model.addAttribute("connected", all.stream().anyMatch(EnvironmentView::connected));
        model.addAttribute("environments", all);
        model.addAttribute("blocked", blocked(all));
        model.addAttribute("mayLicense", Current.may(Capability.MANAGE_LICENSES));
        model.addAttribute("mayConnect", Current.may(Capability.CONNECT_INTUNE));
        return "catalog/catalog";
    }

    private List<Blocked> blocked(List<EnvironmentView> all) {
        var permits = licences.may(Use.DEPLOY);
        return all.stream()
                .filter(EnvironmentView::connected)
                .flatMap(environment -> permits.get(environment.id()) instanceof Permit.Denied(var reason)
                        ? Stream.of(new Blocked(environment.id(), environment.name(), reason))
                        : Stream.empty())
                .toList();
    }
}

package io.patchbay.catalog.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The App Catalog; until a tenant is connected, the way there. */
@Controller
class CatalogController {

    private final Environments environments;

    CatalogController(Environments environments) {
        this.environments = environments;
    }

    @GetMapping("/catalog")
    @Requires(Capability.VIEW_CATALOG)
    String catalog(Model model) {
        var all = environments.all();
        model.addAttribute("connected", all.stream().anyMatch(EnvironmentView::connected));
        model.addAttribute("environments", all);
        model.addAttribute("mayConnect", Current.may(Capability.CONNECT_INTUNE));
        return "catalog/catalog";
    }
}

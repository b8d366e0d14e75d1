package io.patchbay.catalog.web;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.DeployedApps;
import io.patchbay.catalog.InstallEffects;
import io.patchbay.catalog.Release;
import io.patchbay.catalog.search.AppCard;
import io.patchbay.catalog.search.CatalogSearch;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The App Catalog; until a tenant is connected, the way there. */
@Controller
class CatalogController {

    private final CatalogSearch search;
    private final Catalog catalog;
    private final CatalogGate gate;
    private final ObjectProvider<DeployedApps> deployments;
    private final ObjectProvider<InstallEffects> effects;
    private final Clock clock;

    CatalogController(
            CatalogSearch search,
            Catalog catalog,
            CatalogGate gate,
            ObjectProvider<DeployedApps> deployments,
            ObjectProvider<InstallEffects> effects,
            Clock clock) {
        this.search = search;
        this.catalog = catalog;
        this.gate = gate;
        this.deployments = deployments;
        this.effects = effects;
        this.clock = clock;
    }

    @GetMapping("/catalog")
    @Requires(Capability.VIEW_CATALOG)
    String catalog(@ModelAttribute("query") CatalogQuery query, Model model) {
        var filter = query.filter(clock.instant());
        var state = gate(model);
        if (state.connected()) {
            var found = search.find(filter, query.afterApp(), query.beforeApp());
            var deployed = deployed(found.apps().stream().map(AppCard::app).toList());
            model.addAttribute(
                    "page",
                    CatalogPage.of(
                            query,
                            found,
                            deployed,
                            catalog.names(query.ticked()),
                            found.apps().isEmpty() && search.empty()));
        }
        return "catalog/catalog";
    }

    /** An application, with its newest version unless another one is asked for. */
    @GetMapping("/catalog/{app}")
    @Requires(Capability.VIEW_CATALOG)
    String app(
            @PathVariable("app") String app,
            @RequestParam(name = "version", required = false) @Nullable String version,
            Model model) {
        var id = AppId.parse(app).orElseThrow(NotFoundException::new);
        var releases = search.releases(id);
        var shown = releases.stream()
                .filter(release -> version == null
                        ? !release.withdrawn()
                        : release.version().equals(version))
                .findFirst()
                .or(() -> releases.stream().filter(release -> version == null).findFirst())
                .orElseThrow(NotFoundException::new);
        model.addAttribute("details", details(shown, releases));
        gate(model);
        return "catalog/app";
    }

    private AppDetails details(Release shown, List<Release> releases) {
        var icon = search.card(shown.app()).map(AppCard::icon).orElse(null);
        var known = deployments.getIfAvailable();
        return AppDetails.of(
                shown, icon, releases, known == null ? List.of() : known.of(shown.app()), effects.getIfAvailable());
    }

    private CatalogGate.State gate(Model model) {
        var state = gate.now();
        model.addAttribute("gate", state);
        model.addAttribute("mayLicense", Current.may(Capability.MANAGE_LICENSES));
        model.addAttribute("mayConnect", Current.may(Capability.CONNECT_INTUNE));
        model.addAttribute("mayDeploy", Current.may(Capability.MANAGE_DEPLOYMENTS));
        return state;
    }

    private Set<AppId> deployed(List<AppId> apps) {
        var known = deployments.getIfAvailable();
        return known == null || apps.isEmpty() ? Set.of() : known.among(apps);
    }
}

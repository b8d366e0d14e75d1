package io.patchbay.catalog.web;

import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.Feature;
import io.patchbay.licensing.Licences;
import io.patchbay.licensing.Permit;
import io.patchbay.licensing.Use;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.EnvironmentId;
import io.patchbay.tenancy.Requires;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The App Catalog; until a tenant is connected, the way there. */
@Controller
class CatalogController {

    private final Environments environments;
    private final ConnectionFeatures features;
    private final Licences licences;

    /** Why nothing can be deployed to an environment. */
    record Blocked(EnvironmentId environment, String name, String reason, boolean byLicense) {}

    CatalogController(Environments environments, ConnectionFeatures features, Licences licences) {
        this.environments = environments;
        this.features = features;
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

    /** Without a connection that works a licence would not help, so that comes first. */
    private List<Blocked> blocked(List<EnvironmentView> all) {
        var permits = licences.may(Use.DEPLOY);
        var off = features.whyOff(Feature.DEPLOYMENTS);
        return all.stream()
                .filter(EnvironmentView::connected)
                .flatMap(environment -> off.containsKey(environment.id())
                        ? Stream.of(new Blocked(environment.id(), environment.name(), off.get(environment.id()), false))
                        : unlicensed(environment, permits.get(environment.id())))
                .toList();
    }

    private static Stream<Blocked> unlicensed(EnvironmentView environment, @Nullable Permit permit) {
        return permit instanceof Permit.Denied(var reason)
                ? Stream.of(new Blocked(environment.id(), environment.name(), reason, true))
                : Stream.empty();
    }
}

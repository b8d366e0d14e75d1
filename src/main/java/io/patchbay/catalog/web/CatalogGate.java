package io.patchbay.catalog.web;

import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.Feature;
import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.Permit;
import io.patchbay.licensing.Use;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the current company can deploy anything now, and what forbids it where it cannot. */
@Component
class CatalogGate {

    private final Environments environments;
    private final ConnectionFeatures features;
    private final Licenses licenses;

    /** Why nothing can be deployed to an environment. */
    public record Blocked(EnvironmentId environment, String name, String reason, boolean byLicense) {}

    /**
     * How it is now.
     *
     * @param connected whether a tenant is connected at all
     * @param open whether there is one to which something can be deployed
     */
    public record State(List<EnvironmentView> environments, boolean connected, boolean open, List<Blocked> blocked) {

        /** Why nothing can be deployed anywhere, null where it can. */
        public @Nullable String reason() {
            return open || blocked.isEmpty() ? null : blocked.getFirst().reason();
        }
    }

    CatalogGate(Environments environments, ConnectionFeatures features, Licenses licenses) {
        this.environments = environments;
        this.features = features;
        this.licenses = licenses;
    }

    State now() {
        var all = environments.all();
        var connected = all.stream().filter(EnvironmentView::connected).count();
        var blocked = blocked(all);
        return new State(all, connected > 0, blocked.size() < connected, blocked);
    }

    /** Without a connection that works a license would not help, so that comes first. */
    private List<Blocked> blocked(List<EnvironmentView> all) {
        var permits = licenses.may(Use.DEPLOY);
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

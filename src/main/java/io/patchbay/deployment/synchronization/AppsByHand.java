package io.patchbay.deployment.synchronization;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.removal.DeploymentTeardownStore;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which old versions somebody assigned by hand. */
@Component
public class AppsByHand {

    private final ConnectionLock connections;
    private final SyncStore store;
    private final DeploymentTeardownStore tied;
    private final IntuneApps apps;

    AppsByHand(ConnectionLock connections, SyncStore store, DeploymentTeardownStore tied, IntuneApps apps) {
        this.connections = connections;
        this.store = store;
        this.tied = tied;
        this.apps = apps;
    }

    /** Asks Intune and notes what it says; where it does not answer, what was known stays. */
    public void look(EnvironmentId environment) {
        var tenant = connections.tenant(environment);
        var old = tied.of(environment).stream()
                .flatMap(one -> one.versions().stream())
                .filter(DeployedVersion::superseded)
                .toList();
        if (tenant.isEmpty()
                || old.isEmpty()
                || !(apps.all(tenant.get()) instanceof Answered<List<IntuneApp>>(var found))) {
            return;
        }
        var assigned = found.stream().collect(Collectors.toMap(IntuneApp::id, Function.identity(), (one, same) -> one));
        old.forEach(version -> {
            var app = assigned.get(version.work().app());
            store.byHand(version, app != null && app.assigned());
        });
    }
}

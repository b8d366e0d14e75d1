package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks Intune which superseded versions a person assigned there. */
@Component
class ManualAssignmentCheck {

    private final ConnectionLock connections;
    private final ManualAssignments assignments;
    private final IntuneApps apps;

    ManualAssignmentCheck(ConnectionLock connections, ManualAssignments assignments, IntuneApps apps) {
        this.connections = connections;
        this.assignments = assignments;
        this.apps = apps;
    }

    /** Notes what Intune says; where it does not answer, what was known stays. */
    void look(EnvironmentId environment) {
        var old = assignments.superseded(environment);
        if (old.isEmpty()) {
            return;
        }
        var tenant = connections.tenant(environment);
        if (tenant.isEmpty() || !(apps.all(tenant.get()) instanceof Answered<List<IntuneApp>>(var found))) {
            return;
        }
        var assigned =
                found.stream().filter(IntuneApp::assigned).map(IntuneApp::id).collect(Collectors.toSet());
        old.stream()
                .filter(version -> version.manuallyAssigned() != isAssigned(version, assigned))
                .forEach(version -> assignments.note(version.id(), !version.manuallyAssigned()));
    }

    private static boolean isAssigned(DeployedVersion version, Set<String> assigned) {
        var app = version.app();
        return app != null && assigned.contains(app);
    }
}

package io.patchbay.deployment.removal;

import io.patchbay.environment.ConnectionLock;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
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
        var tenant = connections.tenant(environment);
        var old = assignments.superseded(environment);
        if (tenant.isEmpty()
                || old.isEmpty()
                || !(apps.all(tenant.get()) instanceof Answered<List<IntuneApp>>(var found))) {
            return;
        }
        var assigned =
                found.stream().filter(IntuneApp::assigned).map(IntuneApp::id).collect(Collectors.toSet());
        old.forEach(version -> {
            var app = version.app();
            assignments.note(version.id(), app != null && assigned.contains(app));
        });
    }
}

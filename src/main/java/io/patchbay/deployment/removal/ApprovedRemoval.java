package io.patchbay.deployment.removal;

import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.Approval;
import io.patchbay.microsoft.intune.IntuneApps;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Changes that take something away, in tenants with Multi Admin Approval too. A request that was approved meanwhile is found
 * by its justification, which names the application: nothing has to be kept here.
 */
@Component
class ApprovedRemoval {

    private final IntuneApps apps;
    private final FailureTranslator causes;

    ApprovedRemoval(IntuneApps apps, FailureTranslator causes) {
        this.apps = apps;
        this.causes = causes;
    }

    /** Deletes an application. */
    GraphOutcome<Boolean> delete(UUID tenant, String app) {
        return approved(tenant, causes.removalJustification(app), () -> apps.delete(tenant, app));
    }

    /** Makes a change of an application that has to be made before it, or another one, is deleted. */
    GraphOutcome<Boolean> prepare(UUID tenant, String app, Supplier<GraphOutcome<Boolean>> change) {
        return approved(tenant, causes.relationsJustification(app), change);
    }

    private GraphOutcome<Boolean> approved(UUID tenant, String justification, Supplier<GraphOutcome<Boolean>> change) {
        var outcome = new Approval(justification, null).during(change);
        return outcome instanceof GraphOutcome.AwaitingApproval<Boolean>
                        && apps.approved(tenant, justification) instanceof Answered<Optional<String>>(var code)
                        && code.isPresent()
                ? new Approval(justification, code.get()).during(change)
                : outcome;
    }
}

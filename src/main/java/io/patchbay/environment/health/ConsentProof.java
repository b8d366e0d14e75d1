package io.patchbay.environment.health;

import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.TenantProof;
import io.patchbay.microsoft.graph.Graph;
import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.IntuneSubscription;
import io.patchbay.microsoft.graph.Organization;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a tenant's consent is really there: a fresh app-only token, its roles against the required permissions,
 * then Graph about the organization and about Intune.
 */
@Component
public class ConsentProof {

    private final AppTokens tokens;
    private final Graph graph;

    ConsentProof(AppTokens tokens, Graph graph) {
        this.tokens = tokens;
        this.graph = graph;
    }

    /** What a look at the tenant showed. */
    public sealed interface ProofOutcome {

        /** The consent is there, whole. */
        record Proven(TenantProof proof) implements ProofOutcome {}

        /** It is not, for now or for good. */
        record Wanting(Diagnosis diagnosis, Set<String> missing, boolean mayPass) implements ProofOutcome {
            public Map<String, String> facts() {
                return missing.isEmpty() ? Map.of() : Map.of("missing permissions", String.join(", ", missing));
            }
        }
    }

    public ProofOutcome look(UUID tenant) {
        return switch (tokens.fresh(tenant)) {
            case AppTokens.TokenOutcome.Refused(var diagnosis) ->
                wanting(diagnosis, diagnosis.problem().mayPass());
            case AppTokens.TokenOutcome.Granted granted -> {
                var missing = RequiredPermission.missingFrom(granted.roles());
                yield missing.isEmpty()
                        ? organization(tenant, granted)
                        : new ProofOutcome.Wanting(Diagnosis.of(ConsentProblem.PERMISSIONS_MISSING), missing, true);
            }
        };
    }

    private ProofOutcome organization(UUID tenant, AppTokens.TokenOutcome.Granted granted) {
        return switch (graph.organization(tenant)) {
            case GraphOutcome.Answered<Organization>(var organization) ->
                organization.id().equals(tenant)
                        ? intune(
                                tenant,
                                new TenantProof(
                                        organization, RequiredPermission.grantedIn(granted.roles()), null, null))
                        : wanting(Diagnosis.of(ConsentProblem.TENANT_MISMATCH), false);
            case GraphOutcome<Organization> other -> failed(other);
        };
    }

    private ProofOutcome intune(UUID tenant, TenantProof proof) {
        return switch (graph.intune(tenant)) {
            case GraphOutcome.Answered<IntuneSubscription>(var subscription) -> subscribed(tenant, proof, subscription);
            case GraphOutcome<IntuneSubscription> other -> failed(other);
        };
    }

    private ProofOutcome subscribed(UUID tenant, TenantProof proof, IntuneSubscription subscription) {
        var problem = subscription.problem().orElse(null);
        if (problem != null && !subscription.works()) {
            return wanting(Diagnosis.of(problem), problem.mayPass());
        }
        return new ProofOutcome.Proven(
                new TenantProof(proof.organization(), proof.granted(), managedDevices(tenant), problem));
    }

    private @Nullable Integer managedDevices(UUID tenant) {
        return graph.managedDevices(tenant) instanceof GraphOutcome.Answered<Integer>(var count) ? count : null;
    }

    private static ProofOutcome failed(GraphOutcome<?> outcome) {
        return switch (outcome) {
            case GraphOutcome.NoToken<?>(var diagnosis) ->
                wanting(diagnosis, diagnosis.problem().mayPass());
            case GraphOutcome.NoIntune<?> none -> wanting(Diagnosis.of(ConsentProblem.NO_INTUNE), false);
            case GraphOutcome.NotRecognized<?> unknown -> wanting(Diagnosis.of(ConsentProblem.NOT_PROPAGATED), true);
            case GraphOutcome.Forbidden<?> forbidden -> wanting(Diagnosis.of(ConsentProblem.NOT_PROPAGATED), true);
            case GraphOutcome.Throttled<?> throttled -> wanting(Diagnosis.of(ConsentProblem.THROTTLED), true);
            case GraphOutcome.Unavailable<?> down -> wanting(Diagnosis.of(ConsentProblem.MICROSOFT_UNAVAILABLE), true);
            case GraphOutcome.Answered<?> answered -> wanting(Diagnosis.of(ConsentProblem.UNKNOWN), true);
            case GraphOutcome.AwaitingApproval<?> unexpected -> wanting(Diagnosis.of(ConsentProblem.UNKNOWN), true);
            case GraphOutcome.Failed<?> unexpected -> wanting(Diagnosis.of(ConsentProblem.UNKNOWN), true);
        };
    }

    private static ProofOutcome wanting(Diagnosis diagnosis, boolean mayPass) {
        return new ProofOutcome.Wanting(diagnosis, Set.of(), mayPass);
    }
}

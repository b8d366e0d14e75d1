package io.patchbay.environment.health;

import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.CheckConclusion;
import io.patchbay.environment.connection.ProbeResult;
import io.patchbay.environment.health.ConsentProof.ProofOutcome;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a connected tenant: with a fresh token, and with another one before it reports a loss. */
@Component
class ConnectionProbe {

    private final ConsentProof proof;

    ConnectionProbe(ConsentProof proof) {
        this.proof = proof;
    }

    ProbeResult look(UUID tenant, CheckConclusion known) {
        var first = result(proof.look(tenant));
        return first.isWorseThan(known) ? ProbeResult.agreed(first, result(proof.look(tenant))) : first;
    }

    private static ProbeResult result(ProofOutcome outcome) {
        return switch (outcome) {
            case ProofOutcome.Proven(var proof) -> new ProbeResult.Complete(proof);
            case ProofOutcome.Wanting(var diagnosis, var missing, var mayPass) -> result(diagnosis, missing);
        };
    }

    private static ProbeResult result(Diagnosis diagnosis, Set<String> missing) {
        if (diagnosis.problem().responsible() == ConsentProblem.Responsible.OPERATOR) {
            return new ProbeResult.OperatorFault(diagnosis);
        }
        return switch (diagnosis.problem()) {
            case PERMISSIONS_MISSING ->
                missing.size() == RequiredPermission.values().length
                        ? new ProbeResult.Lost(Diagnosis.of(ConsentProblem.CONSENT_MISSING))
                        : new ProbeResult.PermissionsMissing(missing);
            case CONSENT_MISSING, SERVICE_MISSING, APPLICATION_DISABLED, TENANT_NOT_FOUND, TENANT_MISMATCH ->
                new ProbeResult.Lost(diagnosis);
            case NO_INTUNE, INTUNE_PENDING, INTUNE_DISABLED, INTUNE_DELETED, INTUNE_BLOCKED, INTUNE_LOCKED_OUT ->
                new ProbeResult.Lost(diagnosis);
            case BLOCKED_BY_POLICY, MFA_NEEDED -> new ProbeResult.Blocked(diagnosis);
            case THROTTLED, MICROSOFT_UNAVAILABLE, NOT_PROPAGATED -> new ProbeResult.Inconclusive(diagnosis);
            default -> new ProbeResult.Inconclusive(new Diagnosis(ConsentProblem.UNKNOWN, diagnosis.aadsts()));
        };
    }
}

package io.patchbay.environment.health;

import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.ConnectionState;
import io.patchbay.environment.connection.TenantProof;
import io.patchbay.environment.health.ConsentProof.Outcome;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import java.util.Set;
import java.util.TreeSet;

/** What a look at a connected tenant showed. */
public sealed interface ProbeResult {

    /** Everything is there. */
    record Whole(TenantProof proof) implements ProbeResult {}

    /** These permissions are missing. */
    record Missing(Set<String> names) implements ProbeResult {}

    /** The consent is gone, or what it was for. */
    record Gone(Diagnosis cause) implements ProbeResult {}

    /** A policy of the tenant keeps Patchbay out. */
    record Blocked(Diagnosis cause) implements ProbeResult {}

    /** Microsoft refuses Patchbay itself. */
    record Ours(Diagnosis cause) implements ProbeResult {}

    /** Nothing can be said. */
    record NotKnown(Diagnosis cause) implements ProbeResult {}

    static ProbeResult of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Proven(var proof) -> new Whole(proof);
            case Outcome.Wanting(var diagnosis, var missing, var mayPass) -> of(diagnosis, missing);
        };
    }

    private static ProbeResult of(Diagnosis diagnosis, Set<String> missing) {
        if (diagnosis.problem().fault() == ConsentProblem.Fault.OPERATOR) {
            return new Ours(diagnosis);
        }
        return switch (diagnosis.problem()) {
            case PERMISSIONS_MISSING ->
                missing.size() == RequiredPermission.values().length
                        ? new Gone(Diagnosis.of(ConsentProblem.CONSENT_MISSING))
                        : new Missing(missing);
            case CONSENT_MISSING, SERVICE_MISSING, APPLICATION_DISABLED, TENANT_NOT_FOUND, TENANT_MISMATCH, NO_INTUNE ->
                new Gone(diagnosis);
            case BLOCKED_BY_POLICY, MFA_NEEDED -> new Blocked(diagnosis);
            case THROTTLED, MICROSOFT_UNAVAILABLE, NOT_PROPAGATED -> new NotKnown(diagnosis);
            default -> new NotKnown(new Diagnosis(ConsentProblem.UNKNOWN, diagnosis.aadsts()));
        };
    }

    /** What both of two looks, one right after the other, have seen; a loss counts only where they agree. */
    static ProbeResult agreed(ProbeResult first, ProbeResult second) {
        if (first instanceof Missing(var one) && second instanceof Missing(var two)) {
            var both = new TreeSet<>(one);
            both.retainAll(two);
            return both.isEmpty() ? new NotKnown(Diagnosis.of(ConsentProblem.NOT_PROPAGATED)) : new Missing(both);
        }
        if (second instanceof Whole || second instanceof Ours || second instanceof NotKnown) {
            return second;
        }
        return first.getClass() == second.getClass()
                ? second
                : new NotKnown(Diagnosis.of(ConsentProblem.NOT_PROPAGATED));
    }

    /** Whether it says that something is gone which was there. */
    default boolean saysLess(ConnectionState than) {
        return switch (this) {
            case Missing(var names) -> than.away() || !than.missing().containsAll(names);
            case Gone(var cause) ->
                than.standing() != ConnectionState.Standing.LOST || than.problem() != cause.problem();
            case Blocked blocked -> than.standing() != ConnectionState.Standing.BLOCKED;
            case Whole whole -> false;
            case Ours ours -> false;
            case NotKnown unknown -> false;
        };
    }
}

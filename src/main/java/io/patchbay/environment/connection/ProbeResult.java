package io.patchbay.environment.connection;

import io.patchbay.environment.connection.CheckConclusion.Standing;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import java.util.Set;
import java.util.TreeSet;

/** What a look at a connected tenant showed. */
public sealed interface ProbeResult {

    /** Every permission is granted, and Graph answers. */
    record Complete(TenantProof proof) implements ProbeResult {}

    /** These permissions are missing. */
    record PermissionsMissing(Set<String> names) implements ProbeResult {}

    /** The consent is gone, or the tenant, or its Intune. */
    record Lost(Diagnosis cause) implements ProbeResult {}

    /** A policy of the tenant keeps Patchbay out. */
    record Blocked(Diagnosis cause) implements ProbeResult {}

    /** Microsoft refuses Patchbay itself. */
    record OperatorFault(Diagnosis cause) implements ProbeResult {}

    /** Nothing can be said about the consent. */
    record Inconclusive(Diagnosis cause) implements ProbeResult {}

    /** What both of two looks, one right after the other, have seen; a loss counts only where they agree. */
    public static ProbeResult agreed(ProbeResult first, ProbeResult second) {
        if (first instanceof PermissionsMissing(var one) && second instanceof PermissionsMissing(var two)) {
            var both = new TreeSet<>(one);
            both.retainAll(two);
            return both.isEmpty()
                    ? new Inconclusive(Diagnosis.of(ConsentProblem.NOT_PROPAGATED))
                    : new PermissionsMissing(both);
        }
        if (second instanceof Complete || second instanceof OperatorFault || second instanceof Inconclusive) {
            return second;
        }
        return first.getClass() == second.getClass()
                ? second
                : new Inconclusive(Diagnosis.of(ConsentProblem.NOT_PROPAGATED));
    }

    /** Whether it says that something is lost that was there. */
    default boolean isWorseThan(CheckConclusion known) {
        return switch (this) {
            case PermissionsMissing(var names) ->
                known.inaccessible() || !known.missing().containsAll(names);
            case Lost(var cause) -> known.standing() != Standing.LOST || known.problem() != cause.problem();
            case Blocked blocked -> known.standing() != Standing.BLOCKED;
            case Complete complete -> false;
            case OperatorFault fault -> false;
            case Inconclusive inconclusive -> false;
        };
    }
}

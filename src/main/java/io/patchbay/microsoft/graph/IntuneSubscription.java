package io.patchbay.microsoft.graph;

import io.patchbay.microsoft.identity.ConsentProblem;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Intune says of a tenant's subscription.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-devices-devicemanagementsubscriptionstate">Graph:
 *     deviceManagementSubscriptionState</a>
 */
public enum IntuneSubscription {
    PENDING("pending", ConsentProblem.INTUNE_PENDING),
    ACTIVE("active", null),
    WARNING("warning", ConsentProblem.INTUNE_WARNING),
    DISABLED("disabled", ConsentProblem.INTUNE_DISABLED),
    DELETED("deleted", ConsentProblem.INTUNE_DELETED),
    BLOCKED("blocked", ConsentProblem.INTUNE_BLOCKED),
    LOCKED_OUT("lockedOut", ConsentProblem.INTUNE_LOCKED_OUT);

    private final String value;
    private final @Nullable ConsentProblem problem;

    IntuneSubscription(String value, @Nullable ConsentProblem problem) {
        this.value = value;
        this.problem = problem;
    }

    /** What is wrong with it; empty where nothing is. */
    public Optional<ConsentProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether Intune does its work all the same. */
    public boolean works() {
        return this == ACTIVE || this == WARNING;
    }

    /** The state of that name in Graph; a name that nobody knows yet, or none, is no reason to keep anybody out. */
    static IntuneSubscription named(@Nullable Object value) {
        return Arrays.stream(values())
                .filter(state -> state.value.equals(value))
                .findFirst()
                .orElse(ACTIVE);
    }
}

package io.patchbay.group.membership;

import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.identity.ConsentProblem;
import java.util.Locale;

/** Why Microsoft does not say who is in a group; each has a text of its own. */
public enum GroupProblem {
    CONNECTION,
    PERMISSION,
    OURS,
    MICROSOFT;

    /** What an outcome that is no answer means. */
    public static GroupProblem of(GraphOutcome<?> outcome) {
        return switch (outcome) {
            case GraphOutcome.NoToken<?>(var diagnosis) -> of(diagnosis.problem());
            case GraphOutcome.NotRecognized<?> unknown -> CONNECTION;
            case GraphOutcome.Forbidden<?> forbidden -> PERMISSION;
            case GraphOutcome.NoIntune<?> none -> MICROSOFT;
            case GraphOutcome.Throttled<?> throttled -> MICROSOFT;
            case GraphOutcome.Unavailable<?> away -> MICROSOFT;
            case GraphOutcome.AwaitingApproval<?> awaiting -> MICROSOFT;
            case GraphOutcome.Failed<?> failed -> MICROSOFT;
            case GraphOutcome.Answered<?> answered -> throw new IllegalArgumentException("It is an answer");
        };
    }

    private static GroupProblem of(ConsentProblem problem) {
        return switch (problem.responsible()) {
            case CUSTOMER -> CONNECTION;
            case OPERATOR -> OURS;
            default -> MICROSOFT;
        };
    }

    /** Key of the message. */
    public String key() {
        return "groups.problem." + name().toLowerCase(Locale.ROOT);
    }
}

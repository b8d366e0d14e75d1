package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.PublishProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a step. */
public sealed interface StepResult {

    /** Go on from there. */
    record Next(PublishProgress progress) implements StepResult {}

    /** Everything is done. */
    record Done() implements StepResult {}

    /** Go on from there; something is worth being told. */
    record Noted(PublishProgress progress, String remark) implements StepResult {}

    /**
     * Nothing went wrong, but Microsoft is not ready: ask again.
     *
     * @param cause what people are told where it never becomes ready
     */
    record Wait(PublishProgress progress, String cause) implements StepResult {}

    /** Nothing went wrong, but another instance has what the step needs: it is left to that one. */
    record Elsewhere(PublishProgress progress) implements StepResult {}

    /**
     * It went wrong in a way that may pass, and goes on from an earlier step.
     *
     * @param after how long to wait at least; null where nobody said
     */
    record StartOver(
            PublishProgress progress,
            String cause,
            @Nullable Duration after) implements StepResult {}

    /** The application is not in Intune any more, which is certain. */
    record Gone(String cause) implements StepResult {}

    /** It went wrong, and nothing came of it. */
    sealed interface Failure extends StepResult {

        /** What went wrong and what to do about it, for people. */
        String cause();
    }

    /**
     * It went wrong in a way that may pass.
     *
     * @param after how long to wait at least; null where nobody said
     */
    record Retry(String cause, @Nullable Duration after) implements Failure {}

    /**
     * It was refused in a way that passes within minutes where Microsoft is only propagating something, and is final where
     * it does not (intune-in-the-field P1, P2, P4 to P7).
     *
     * @param missing whether it was said that something does not exist
     */
    record NotYet(String cause, boolean missing) implements Failure {}

    /**
     * Another administrator has to approve it.
     *
     * @param code by which it is repeated once it is approved; null where there is none
     */
    record AwaitingApproval(String cause, @Nullable String code) implements Failure {}

    /** It went wrong for good. */
    record Fail(String cause) implements Failure {}
}

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

    /** Nothing went wrong, but Microsoft is not ready: ask again. */
    record Wait(PublishProgress progress, Duration time) implements StepResult {}

    /** It went wrong in a way that may pass, and goes on from an earlier step. */
    record StartOver(PublishProgress progress, String cause) implements StepResult {}

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

    /** It went wrong for good. */
    record Fail(String cause) implements Failure {}
}

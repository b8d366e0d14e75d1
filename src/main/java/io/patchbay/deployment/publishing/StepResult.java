package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.PublishProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a step. */
public sealed interface StepResult {

    /** Go on from there. */
    record Next(PublishProgress work) implements StepResult {}

    /** Everything is done. */
    record Done(PublishProgress work) implements StepResult {}

    /** Go on from there; something is worth being told. */
    record Noted(PublishProgress work, String remark) implements StepResult {}

    /** Nothing went wrong, but Microsoft is not ready: ask again. */
    record Wait(PublishProgress work, Duration time) implements StepResult {}

    /** It went wrong in a way that may pass. */
    record Retry(String cause, @Nullable Duration after) implements StepResult {}

    /** It went wrong in a way that may pass, and goes on from an earlier step. */
    record Anew(PublishProgress work, String cause) implements StepResult {}

    /** It went wrong for good. */
    record Fail(String cause) implements StepResult {}
}

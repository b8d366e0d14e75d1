package io.patchbay.deployment.publishing;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What to do where the file that a step needs is not on this machine: it is on the one that made it, which gets the job too
 * before long, unless it is gone. So nothing is downloaded twice only because another instance went on.
 */
@Component
class MissingContent {

    private static final Duration ANOTHER_HAS_IT_FOR = Duration.ofMinutes(2);

    private final FailureTranslator causes;
    private final Clock clock;

    MissingContent(FailureTranslator causes, Clock clock) {
        this.causes = causes;
        this.clock = clock;
    }

    /** Leaves it to the instance that has it, for a while, and then begins with the first step. */
    StepResult waitFor(PublishContext task) {
        var progress = task.progress();
        var since = Objects.requireNonNullElseGet(progress.missingSince(), clock::instant);
        return clock.instant().isBefore(since.plus(ANOTHER_HAS_IT_FOR))
                ? new StepResult.Elsewhere(progress.missing(since))
                : new StepResult.StartOver(progress.startOver(), causes.text("contentGone"), null);
    }
}

package io.patchbay.deployment.publishing;

import io.patchbay.deployment.publishing.Publishing.NextStep;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The durable job that publishes one version, a step at a time. Whatever crashes, it goes on where the tables say it stood. */
@Component
public class PublishJob extends DurableJob {

    private static final Logger LOG = LoggerFactory.getLogger(PublishJob.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Publishing publishing;
    private final PublishSteps steps;
    private final WorkFolder folder;
    private final FailureTranslator causes;
    private final Clock clock;

    PublishJob(
            Publishing publishing,
            PublishSteps steps,
            WorkFolder folder,
            FailureTranslator causes,
            Clock clock,
            JobQueue queue) {
        super("publish-version", Actor.Machine.PATCHBAY, queue);
        this.publishing = publishing;
        this.steps = steps;
        this.folder = folder;
        this.causes = causes;
        this.clock = clock;
    }

    /** Works until nothing is to be done now, or for a while: others wait for their turn. */
    @Override
    protected Optional<Duration> run(UUID id) {
        var end = System.nanoTime() + TURN.toNanos();
        var fresh = false;
        while (System.nanoTime() < end) {
            var next = publishing.next(id, fresh);
            if (next.isEmpty()) {
                folder.discard(id);
                return Optional.empty();
            }
            var due = next.get();
            if (due.held()) {
                return Optional.of(LOOK_AGAIN);
            }
            var wait = Duration.between(clock.instant(), due.from());
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            var result = due.hindrance() == null ? take(due) : hindered(due.hindrance());
            publishing.store(due.task(), result);
            fresh = result instanceof StepResult.Next(var progress)
                    && progress.begun()
                    && !due.task().progress().begun();
        }
        return Optional.of(SHORT);
    }

    private static StepResult hindered(String why) {
        return new StepResult.Retry(why, LOOK_AGAIN);
    }

    /** What nobody expected may pass like anything else, and is given up like anything else. */
    private StepResult take(NextStep due) {
        try {
            return steps.take(due.task(), due.others());
        } catch (RuntimeException e) {
            LOG.error(
                    "Publishing {} failed at {}",
                    due.task().version().id(),
                    due.task().progress().step(),
                    e);
            return causes.retry("unexpected");
        }
    }
}

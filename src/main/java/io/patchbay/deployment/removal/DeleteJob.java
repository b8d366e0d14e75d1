package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.Causes;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.removal.Deletions.Due;
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

/** The durable job that takes one deployment out of Intune, version by version. It always comes to an end. */
@Component
public class DeleteJob extends DurableJob {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteJob.class);

    private final Deletions deletions;
    private final AppRemoval removal;
    private final Causes causes;
    private final Clock clock;

    DeleteJob(Deletions deletions, AppRemoval removal, Causes causes, Clock clock, JobQueue queue) {
        super("delete-deployment", new Actor.Machine("Deployments"), queue);
        this.deletions = deletions;
        this.removal = removal;
        this.causes = causes;
        this.clock = clock;
    }

    @Override
    protected Optional<Duration> run(UUID id) {
        var deployment = new DeploymentId(id);
        for (var next = deletions.next(deployment); next.isPresent(); next = deletions.next(deployment)) {
            var wait = Duration.between(clock.instant(), next.get().from());
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            deletions.store(next.get(), remove(next.get()));
        }
        deletions.finish(deployment);
        return Optional.empty();
    }

    private AppRemoval.Outcome remove(Due due) {
        try {
            return removal.remove(due.tenant(), AppRemoval.Target.of(due.version()));
        } catch (RuntimeException e) {
            LOG.error("Removing {} from Intune failed", due.version().id(), e);
            return new AppRemoval.Outcome.Related(causes.text("unexpected"));
        }
    }
}

package io.patchbay.deployment.removal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.deployment.removal.Deletions.Due;
import io.patchbay.platform.job.JobWake;
import io.patchbay.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The durable job that takes one deployment out of Intune, version by version. It always comes to an end. */
@Component
public class DeleteJob {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteJob.class);

    private final Deletions deletions;
    private final AppRemoval removal;
    private final FailureTranslator causes;
    private final Clock clock;
    private final JobWake wake;

    DeleteJob(
            Deletions deletions,
            AppRemoval removal,
            FailureTranslator causes,
            Clock clock,
            ObjectProvider<SchedulerClient> scheduler) {
        this.deletions = deletions;
        this.removal = removal;
        this.causes = causes;
        this.clock = clock;
        this.wake = new JobWake("delete-deployment", new Actor.Machine("Deployments"), scheduler);
    }

    public JobWake wake() {
        return wake;
    }

    public CustomTask<Void> task() {
        return wake.task(this::work);
    }

    Optional<Duration> work(UUID id) {
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

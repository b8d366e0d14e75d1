package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.removal.Deletions.DueRemoval;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.RemovalPolicy;
import io.patchbay.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The durable job that takes one deployment out of Intune, version by version. It always comes to an end. */
@Component
public class DeleteJob extends DurableJob {

    private final Deletions deletions;
    private final AppRemoval removal;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    DeleteJob(Deletions deletions, AppRemoval removal, MessageSourceAccessor messages, Clock clock, JobQueue queue) {
        super("delete-deployment", Actor.Machine.PATCHBAY, queue);
        this.deletions = deletions;
        this.removal = removal;
        this.messages = messages;
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

    private Removal remove(DueRemoval due) {
        return RemovalPolicy.attempt(
                "version " + due.version().id() + " from Intune",
                messages.getMessage("removal.unexpected"),
                () -> removal.remove(due.tenant(), AppRemoval.RemovalTarget.of(due.version())));
    }
}

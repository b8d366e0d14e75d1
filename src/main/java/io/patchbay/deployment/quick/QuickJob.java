package io.patchbay.deployment.quick;

import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.problem.ExplainedException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Begins the deployments of a quick deployment, each by itself: one that cannot be deployed keeps no other from being deployed. */
@Component
class QuickJob extends DurableJob {

    private final QuickWork work;
    private final MessageSourceAccessor messages;

    QuickJob(QuickWork work, MessageSourceAccessor messages, JobQueue queue) {
        super("quick-deployment", Actor.Machine.PATCHBAY, queue);
        this.work = work;
        this.messages = messages;
    }

    @Override
    protected Optional<Duration> run(UUID id) {
        work.asked(id)
                .ifPresent(asked -> Current.as(Current.company(), asked.person(), () -> {
                    asked.items().forEach(this::deploy);
                    return true;
                }));
        return Optional.empty();
    }

    private void deploy(QuickStore.WaitingItem item) {
        try {
            work.deploy(item);
        } catch (ExplainedException e) {
            work.refuse(item, messages.getMessage(e.messageKey(), e.args()));
        } catch (NotFoundException e) {
            work.refuse(item, messages.getMessage("quick.gone"));
        }
    }
}

package io.patchbay.notification.incident;

import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The durable job that looks now and then whether an environment's incident has lasted for another day. */
@Component
class ReminderJob extends DurableJob {

    private static final Duration EVERY = Duration.ofMinutes(15);

    private final ObjectProvider<ConnectionIncidents> incidents;

    ReminderJob(ObjectProvider<ConnectionIncidents> incidents, JobQueue queue) {
        super("remind-of-incidents", Actor.Machine.PATCHBAY, queue);
        this.incidents = incidents;
    }

    @EventListener
    void disconnected(IntuneDisconnected event) {
        wake(event.environment().value());
    }

    @Override
    protected Optional<Duration> run(UUID environment) {
        return incidents.getObject().remind(new EnvironmentId(environment)) ? Optional.of(EVERY) : Optional.empty();
    }
}

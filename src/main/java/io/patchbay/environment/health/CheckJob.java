package io.patchbay.environment.health;

import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The durable job that checks one connection again and again: at a moment of its own within the hour, and no sooner after an
 * outage than at any other time.
 */
@Component
public class CheckJob extends DurableJob {

    static final Actor ACTOR = Actor.Machine.PATCHBAY;

    private static final double SPREAD = 0.1;

    private final ConnectionChecker checks;
    private final CheckProperties properties;

    CheckJob(ConnectionChecker checks, CheckProperties properties, JobQueue queue) {
        super("check-connection", ACTOR, queue);
        this.checks = checks;
        this.properties = properties;
    }

    /** Checks it as soon as may be, and from then on; a check that is being made already is followed by another one. */
    public void now(EnvironmentId environment) {
        wake(environment.value());
    }

    /** Looks once more, finds nothing to check, and ends. */
    @EventListener
    void disconnected(IntuneDisconnected event) {
        now(event.environment());
    }

    @Override
    protected Optional<Duration> run(UUID environment) {
        return switch (checks.check(new EnvironmentId(environment), properties.every())) {
            case GONE -> Optional.empty();
            case NOT_DUE -> after(ThreadLocalRandom.current().nextDouble());
            case CHECKED -> after(1 + SPREAD * (ThreadLocalRandom.current().nextDouble() * 2 - 1));
        };
    }

    private Optional<Duration> after(double share) {
        return Optional.of(Duration.ofMillis((long) (properties.every().toMillis() * share)));
    }
}

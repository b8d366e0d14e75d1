package io.patchbay.deployment.synchronization;

import io.patchbay.catalog.CatalogFreshness;
import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The durable job that synchronizes one environment each day, and whenever somebody asks for it. */
@Component
public class SyncJob extends DurableJob {

    private static final Duration LOOK_AT_LEAST = Duration.ofHours(1);
    private static final Duration CATALOG_IS_READ = Duration.ofSeconds(1);
    private static final Duration CATALOG_AT_MOST = Duration.ofMinutes(10);

    private final SyncTimes times;
    private final Synchronizer synchronizer;
    private final CatalogFreshness catalog;
    private final Clock clock;

    SyncJob(SyncTimes times, Synchronizer synchronizer, CatalogFreshness catalog, Clock clock, JobQueue queue) {
        super("synchronize-environment", Actor.Machine.PATCHBAY, queue);
        this.times = times;
        this.synchronizer = synchronizer;
        this.catalog = catalog;
        this.clock = clock;
    }

    @EventListener
    void disconnected(IntuneDisconnected event) {
        times.forget(event.environment());
        wake(event.environment().value());
    }

    @Override
    protected Optional<Duration> run(UUID environment) {
        return work(new EnvironmentId(environment));
    }

    /** Sees to it that the environment is synchronized from now on; in the transaction of its first deployment. */
    public void keep(EnvironmentId environment) {
        if (times.keep(environment)) {
            wake(environment.value());
        }
    }

    /** Synchronizes it if it is time. How long until to look again; empty where there is nothing to be synchronized any more. */
    public Optional<Duration> work(EnvironmentId environment) {
        var due = times.due(environment);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var wait = Duration.between(clock.instant(), due.get());
        if (wait.isPositive()) {
            return Optional.of(shorter(wait));
        }
        if (times.asked(environment).filter(this::awaitsCatalog).isPresent()) {
            return Optional.of(CATALOG_IS_READ);
        }
        times.begin(environment);
        var next = times.end(environment, synchronizer.run(environment, times.reason(environment)));
        return Optional.of(shorter(Duration.between(clock.instant(), next)));
    }

    /** Whoever asks wants what there is now; where the catalog cannot be read, what it says already has to do. */
    private boolean awaitsCatalog(Instant asked) {
        return asked.plus(CATALOG_AT_MOST).isAfter(clock.instant()) && !catalog.readSince(asked);
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LOOK_AT_LEAST) > 0 ? LOOK_AT_LEAST : wait;
    }
}

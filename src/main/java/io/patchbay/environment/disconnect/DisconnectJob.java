package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.ConnectionTeardown.Removal;
import io.patchbay.environment.disconnect.DisconnectRows.Item;
import io.patchbay.environment.disconnect.DisconnectRows.Run;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The durable job that takes a connection apart, piece by piece. Whatever crashes, it goes on where the tables say it
 * stood; a piece may be asked for twice, never forgotten. It always comes to an end: what cannot be removed is left and
 * named.
 */
@Component
public class DisconnectJob extends DurableJob {

    private static final Logger LOG = LoggerFactory.getLogger(DisconnectJob.class);

    private final Disconnects disconnects;
    private final ObjectProvider<ConnectionTeardown> tied;
    private final AppTokens tokens;
    private final Clock clock;

    DisconnectJob(
            Disconnects disconnects,
            ObjectProvider<ConnectionTeardown> tied,
            AppTokens tokens,
            Clock clock,
            JobQueue queue) {
        super("disconnect-intune", new Actor.Machine("Disconnect"), queue);
        this.disconnects = disconnects;
        this.tied = tied;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Works until nothing is to be done now, on behalf of the person who asked for it. */
    @Override
    protected Optional<Duration> run(UUID id) {
        return disconnects
                .find(id)
                .filter(run -> run.finishedAt() == null)
                .flatMap(run -> Current.as(Current.company(), run.person(), () -> work(run)));
    }

    private Optional<Duration> work(Run run) {
        for (var next = disconnects.next(run.id()); next.isPresent(); next = disconnects.next(run.id())) {
            var wait = Duration.between(clock.instant(), next.get().visibleFrom());
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            disconnects.store(run, next.get(), remove(run, next.get()));
        }
        disconnects.finish(run);
        tokens.forget(run.tenantId());
        return Optional.empty();
    }

    private Removal remove(Run run, Item item) {
        var owner = tied.stream().filter(one -> one.kind().equals(item.kind())).findFirst();
        if (owner.isEmpty()) {
            return new Removal.Left("Nobody here knows this kind any more");
        }
        try {
            return owner.get().remove(run.environment(), item.piece());
        } catch (RuntimeException e) {
            LOG.warn("Taking away {} {} failed", item.kind(), item.piece().reference(), e);
            return new Removal.Later("Unexpected failure");
        }
    }
}

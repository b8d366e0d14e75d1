package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.disconnect.DisconnectStore.Item;
import io.patchbay.environment.disconnect.DisconnectStore.Run;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.RemovalPolicy;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * The durable job that takes a connection apart, piece by piece. Whatever crashes, it goes on where the tables say it
 * stood; a piece may be asked for twice, never forgotten. It always comes to an end: what cannot be removed is left and
 * named.
 */
@Component
public class DisconnectJob extends DurableJob {

    private final Disconnects disconnects;
    private final ObjectProvider<ConnectionTeardown> tied;
    private final AppTokens tokens;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    DisconnectJob(
            Disconnects disconnects,
            ObjectProvider<ConnectionTeardown> tied,
            AppTokens tokens,
            MessageSourceAccessor messages,
            Clock clock,
            JobQueue queue) {
        super("disconnect-intune", Actor.Machine.PATCHBAY, queue);
        this.disconnects = disconnects;
        this.tied = tied;
        this.tokens = tokens;
        this.messages = messages;
        this.clock = clock;
    }

    /** Works until nothing is to be done now, on behalf of the person who asked for it. */
    @Override
    protected Optional<Duration> run(UUID id) {
        return disconnects
                .find(id)
                .filter(run -> run.finishedAt() == null)
                .flatMap(run -> Current.as(Current.company(), run.person(), () -> correlated(run)));
    }

    /** Under the correlation ID of the request that asked for it, so that all its events are found by one. */
    private Optional<Duration> correlated(Run run) {
        var correlation = run.correlation();
        return correlation == null ? work(run) : Correlation.call(correlation, () -> work(run));
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
        return tied.stream()
                .filter(one -> one.kind().equals(item.kind()))
                .findFirst()
                .map(owner -> RemovalPolicy.attempt(
                        item.kind() + " " + item.piece().reference(),
                        messages.getMessage("removal.unexpected"),
                        () -> owner.remove(run.environment(), item.piece())))
                .orElseGet(() ->
                        new Removal.Left(Removal.Obstacle.UNEXPECTED, messages.getMessage("removal.unknownKind")));
    }
}

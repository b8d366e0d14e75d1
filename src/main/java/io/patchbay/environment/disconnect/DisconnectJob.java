package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.disconnect.DisconnectStore.Run;
import io.patchbay.environment.disconnect.ItemResults.Tried;
import io.patchbay.environment.disconnect.ItemStore.Item;
import io.patchbay.microsoft.identity.TenantEnded;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.job.DurableJob;
import io.patchbay.platform.job.JobQueue;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.RemovalPolicy;
import io.patchbay.platform.pool.JobPieces;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ItemResults results;
    private final ObjectProvider<ConnectionTeardown> tied;
    private final ApplicationEventPublisher publisher;
    private final MessageSourceAccessor messages;
    private final JobPieces pieces;
    private final Clock clock;

    DisconnectJob(
            Disconnects disconnects,
            ItemResults results,
            ObjectProvider<ConnectionTeardown> tied,
            ApplicationEventPublisher publisher,
            MessageSourceAccessor messages,
            JobPieces pieces,
            Clock clock,
            JobQueue queue) {
        super("disconnect-intune", Actor.Machine.PATCHBAY, queue);
        this.disconnects = disconnects;
        this.results = results;
        this.tied = tied;
        this.publisher = publisher;
        this.messages = messages;
        this.pieces = pieces;
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
        for (var next = next(run); !next.isEmpty(); next = next(run)) {
            var wait = Duration.between(clock.instant(), next.getFirst().visibleFrom());
            if (wait.isPositive()) {
                return Optional.of(wait);
            }
            results.store(run, together(run, next));
        }
        disconnects.finish(run);
        publisher.publishEvent(new TenantEnded(run.tenantId()));
        return Optional.empty();
    }

    private List<Item> next(Run run) {
        return disconnects.next(run.id(), JobPieces.AT_ONCE);
    }

    /**
     * Microsoft takes longer to answer than it takes between two changes: applications are removed several at a time. What is in
     * Patchbay only goes alone, and after what comes before it.
     */
    private List<Tried> together(Run run, List<Item> next) {
        var first = next.getFirst();
        if (first.piece().app() == null) {
            return List.of(new Tried(first, remove(run, first)));
        }
        var now = clock.instant();
        return pieces.together(next.stream()
                .filter(item ->
                        item.piece().app() != null && !item.visibleFrom().isAfter(now))
                .map(item -> (Supplier<Tried>) () -> new Tried(item, remove(run, item)))
                .toList());
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

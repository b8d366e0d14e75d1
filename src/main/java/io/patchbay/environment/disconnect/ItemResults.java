package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.disconnect.DisconnectStore.Run;
import io.patchbay.environment.disconnect.ItemStore.Item;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.RemovalPolicy;
import io.patchbay.platform.job.RemovalPolicy.Next;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what became of the items of disconnects, and logs what is final. */
@Service
class ItemResults {

    private final ItemStore items;
    private final ObjectProvider<ConnectionTeardown> tied;
    private final EventLog log;
    private final Clock clock;

    ItemResults(ItemStore items, ObjectProvider<ConnectionTeardown> tied, EventLog log, Clock clock) {
        this.items = items;
        this.tied = tied;
        this.log = log;
        this.clock = clock;
    }

    /** An item, and what came of a try to remove it. */
    record Tried(Item item, Removal removal) {

        /** Whether something came of it, after a time in which what may pass came of it or of its kind. */
        boolean heardAgain() {
            var came = removal instanceof Removal.Found(var id, var then) ? then : removal;
            return item.failingSince() != null
                    && !(came instanceof Removal.NotNow)
                    && !(came instanceof Removal.NotYet);
        }
    }

    /**
     * Stores what came of tries, and as an event where that is final. What cannot be tried now keeps all of its kind waiting.
     */
    @Transactional
    void store(Run run, List<Tried> tried) {
        var now = clock.instant();
        tried.stream()
                .filter(Tried::heardAgain)
                .map(one -> one.item().kind())
                .distinct()
                .forEach(kind -> items.answered(run.id(), kind));
        var waits = new HashMap<String, Next.Again>();
        for (var one : tried) {
            var item = found(run, one);
            var next = RemovalPolicy.after(one.removal(), item.standing(run), now);
            store(run, item, next, now);
            if (next instanceof Next.Again again && !again.alone()) {
                waits.merge(item.kind(), again, BinaryOperator.maxBy(Comparator.comparing(Next.Again::from)));
            }
        }
        waits.forEach((kind, again) -> items.wait(run.id(), kind, again.reason(), now, again.from()));
    }

    /** An application that was looked for by its mark is known by its identifier from then on. */
    private Item found(Run run, Tried tried) {
        if (tried.removal() instanceof Removal.Found(var id, var then)) {
            items.found(run.id(), tried.item(), id);
            return tried.item().found(id);
        }
        return tried.item();
    }

    private void store(Run run, Item item, Next next, Instant now) {
        switch (next) {
            case Next.Done done -> {
                if (items.removed(run.id(), item, now) && !appendsEvents(item.kind())) {
                    log.append(about(EnvironmentEventKind.INTUNE_DISCONNECT_ITEM_REMOVED, run, item));
                }
            }
            case Next.GivenUp(var obstacle, var reason) -> {
                if (items.left(run.id(), item, obstacle, reason, now)) {
                    log.append(about(EnvironmentEventKind.INTUNE_DISCONNECT_ITEM_LEFT, run, item)
                            .with("reason", reason));
                }
            }
            case Next.Again again -> items.again(run.id(), item, again);
        }
    }

    private boolean appendsEvents(String kind) {
        return tied.stream().anyMatch(one -> one.kind().equals(kind) && one.appendsEvents());
    }

    private static NewEvent about(EnvironmentEventKind kind, Run run, Item item) {
        var app = item.piece().app();
        var event = NewEvent.of(
                        kind, app == null ? item.piece().name() : app.name() + " " + app.version(), run.tenantName())
                .in(run.environment())
                .tenant(run.tenantId());
        return app == null
                ? event
                : event.with("application", app.name())
                        .with("version", app.version())
                        .with("Intune app ID", app.id());
    }
}

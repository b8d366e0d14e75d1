package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.ConnectionTeardown.AffectedPeople;
import io.patchbay.environment.DisconnectBegan;
import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.environment.connection.IntuneConnection;
import io.patchbay.environment.connection.IntuneConnectionRepository;
import io.patchbay.environment.disconnect.DisconnectPreview.TenantAccess;
import io.patchbay.environment.disconnect.DisconnectStore.Item;
import io.patchbay.environment.disconnect.DisconnectStore.Run;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.RemovalPolicy;
import io.patchbay.platform.job.RemovalPolicy.Next;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores how far each disconnect has come. Every method is one transaction; none calls Microsoft. */
@Service
class Disconnects {

    private static final int NAMED_AT_MOST = 20;

    private final DisconnectStore store;
    private final ReportStore items;
    private final IntuneConnectionRepository connections;
    private final ObjectProvider<ConnectionTeardown> tied;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Identifiers identifiers;
    private final Clock clock;

    Disconnects(
            DisconnectStore store,
            ReportStore items,
            IntuneConnectionRepository connections,
            ObjectProvider<ConnectionTeardown> tied,
            EventLog log,
            ApplicationEventPublisher publisher,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.items = items;
        this.connections = connections;
        this.tied = tied;
        this.log = log;
        this.publisher = publisher;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    DisconnectPreview preview(EnvironmentId environment, TenantAccess access) {
        var connection = connection(environment);
        return new DisconnectPreview(
                connection.tenantName(),
                connection.primaryDomain(),
                access,
                tied.orderedStream()
                        .map(one -> new DisconnectPreview.TeardownGroup(
                                one.kind(),
                                one.inTenant(),
                                one.preview(environment).stream()
                                        .map(ConnectionTeardown.TeardownItem::name)
                                        .toList()))
                        .toList(),
                people(environment));
    }

    private AffectedPeople people(EnvironmentId environment) {
        var all = tied.orderedStream().map(one -> one.people(environment)).toList();
        return new AffectedPeople(
                all.stream().flatMap(one -> one.losing().stream()).toList(),
                all.stream().flatMap(one -> one.keeping().stream()).toList());
    }

    /**
     * Closes the connection for new work and writes down every piece that is to be taken away.
     *
     * @param leave whether what is in the tenant stays there
     */
    @Transactional
    UUID begin(EnvironmentId environment, Actor.Member person, boolean leave) {
        var connection = connection(environment);
        connection.disconnect();
        connections.saveAndFlush(connection);
        var now = clock.instant();
        var run = new Run(
                identifiers.next(),
                environment,
                connection.tenantId(),
                connection.tenantName(),
                person,
                leave,
                Correlation.current().orElse(null),
                now,
                null);
        store.insert(run);
        int number = 0;
        for (var one : tied.orderedStream().toList()) {
            for (var piece : leave ? one.previewLeaving(environment) : one.preview(environment)) {
                store.insert(run.id(), number++, one.kind(), piece, now);
            }
        }
        publisher.publishEvent(new DisconnectBegan(environment, connection.tenantName(), person.name()));
        return run.id();
    }

    private IntuneConnection connection(EnvironmentId environment) {
        return connections
                .findById(EnvironmentKey.of(Current.company(), environment))
                .orElseThrow(() -> new NotConnectedException());
    }

    @Transactional(readOnly = true)
    Optional<Run> find(UUID run) {
        return store.find(run);
    }

    @Transactional(readOnly = true)
    Optional<UUID> active(EnvironmentId environment) {
        return store.active(environment);
    }

    @Transactional(readOnly = true)
    Optional<Item> next(UUID run) {
        return store.next(run);
    }

    /**
     * Stores what came of a try, and as an event where that is final. What has to wait keeps all of its kind waiting, unless it
     * waits for a person.
     */
    @Transactional
    void store(Run run, Item item, Removal removal) {
        var now = clock.instant();
        switch (RemovalPolicy.after(removal, item.attempts(), run.requestedAt(), now)) {
            case Next.Done done -> {
                if (store.removed(run.id(), item, now) && !appendsEvents(item.kind())) {
                    log.append(about(EnvironmentEventKind.INTUNE_DISCONNECT_ITEM_REMOVED, run, item));
                }
            }
            case Next.GivenUp(var obstacle, var reason) -> {
                if (store.left(run.id(), item, obstacle, reason, now)) {
                    log.append(about(EnvironmentEventKind.INTUNE_DISCONNECT_ITEM_LEFT, run, item)
                            .with("reason", reason));
                }
            }
            case Next.Again(var from, var counts, var alone, var reason) -> {
                if (counts) {
                    store.again(run.id(), item, reason, from);
                } else if (alone) {
                    store.postpone(run.id(), item, reason, from);
                } else {
                    store.wait(run.id(), item.kind(), reason, from);
                }
            }
        }
    }

    /** Ends the run: the connection is gone, and the event tells what was removed and what was not. */
    @Transactional
    void finish(Run run) {
        if (!store.finish(run.id(), clock.instant())) {
            return;
        }
        store.removeConnection(run.environment(), run.tenantId());
        var progress = items.progress(run.id());
        log.append(NewEvent.of(EnvironmentEventKind.INTUNE_CONNECTION_REMOVED, run.tenantName())
                .in(run.environment())
                .tenant(run.tenantId())
                .with("tenant", run.tenantName())
                .with("removed", progress.removed())
                .with("not removed", progress.left())
                .with("left behind", named(run.id(), progress.left())));
        publisher.publishEvent(new IntuneDisconnected(
                run.environment(),
                run.tenantId(),
                run.tenantName(),
                run.person().name(),
                progress.removed(),
                progress.left()));
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

    private String named(UUID run, int left) {
        var names = items.left(run, NAMED_AT_MOST).stream()
                .map(item -> "%s (%s)".formatted(item.name(), item.reason()))
                .collect(Collectors.joining(", "));
        return left > NAMED_AT_MOST ? names + ", …" : names;
    }
}

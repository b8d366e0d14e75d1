package io.patchbay.environment.disconnect;

import io.patchbay.environment.ConnectionTeardown;
import io.patchbay.environment.ConnectionTeardown.AffectedPeople;
import io.patchbay.environment.DisconnectBegan;
import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.environment.connection.IntuneConnection;
import io.patchbay.environment.connection.IntuneConnectionRepository;
import io.patchbay.environment.disconnect.DisconnectPreview.TenantAccess;
import io.patchbay.environment.disconnect.DisconnectStore.Run;
import io.patchbay.environment.disconnect.ItemStore.Item;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores how far each disconnect has come. Every method is one transaction; none calls Microsoft. */
@Service
class Disconnects {

    private static final int NAMED_AT_MOST = 20;

    private final DisconnectStore store;
    private final ItemStore pieces;
    private final ReportStore items;
    private final IntuneConnectionRepository connections;
    private final ObjectProvider<ConnectionTeardown> tied;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Identifiers identifiers;
    private final Clock clock;

    Disconnects(
            DisconnectStore store,
            ItemStore pieces,
            ReportStore items,
            IntuneConnectionRepository connections,
            ObjectProvider<ConnectionTeardown> tied,
            EventLog log,
            ApplicationEventPublisher publisher,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.pieces = pieces;
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
     * @param agreement how it came about, where it did not begin at once
     */
    @Transactional
    UUID begin(EnvironmentId environment, Actor.Member person, DisconnectChoice choice, @Nullable Agreement agreement) {
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
                choice,
                Correlation.current().orElse(null),
                agreement,
                now,
                null);
        store.insert(run);
        int number = 0;
        for (var one : tied.orderedStream().toList()) {
            for (var piece : choice.keepsApps() ? one.previewLeaving(environment) : one.preview(environment)) {
                pieces.insert(run.id(), number++, one.kind(), piece, now);
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
    List<Item> next(UUID run, int limit) {
        return pieces.next(run, limit);
    }

    /** Ends the run: the connection is gone, and the event tells what was removed and what was not. */
    @Transactional
    void finish(Run run) {
        if (!store.finish(run.id(), clock.instant())) {
            return;
        }
        store.removeConnection(run.environment(), run.tenantId());
        var progress = items.progress(run.id());
        var agreement = run.agreement();
        log.append(NewEvent.of(EnvironmentEventKind.INTUNE_CONNECTION_REMOVED, run.tenantName())
                .in(run.environment())
                .tenant(run.tenantId())
                .with("requested", agreement == null ? null : agreement.askedAt())
                .with("confirmed by", agreement == null ? null : agreement.confirmedBy())
                .with("wait in hours", agreement == null ? null : agreement.waitHours())
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

    private String named(UUID run, int left) {
        var names = items.left(run, NAMED_AT_MOST).stream()
                .map(item -> "%s (%s)".formatted(item.name(), item.reason()))
                .collect(Collectors.joining(", "));
        return left > NAMED_AT_MOST ? names + ", …" : names;
    }
}

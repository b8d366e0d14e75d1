package io.patchbay.environment.connection;

import io.patchbay.environment.HealthChanged;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.health.HealthEvents;
import io.patchbay.environment.health.ProbeResult;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes connections, each change with its events in one transaction. None of it calls Microsoft. */
@Service
public class ConnectionUpdates {

    private final IntuneConnectionRepository connections;
    private final HealthEvents events;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    ConnectionUpdates(
            IntuneConnectionRepository connections,
            HealthEvents events,
            EventLog log,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.connections = connections;
        this.events = events;
        this.log = log;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<IntuneConnection> find(EnvironmentId environment) {
        return connections.findById(EnvironmentKey.of(Current.company(), environment));
    }

    @Transactional(readOnly = true)
    public List<IntuneConnection> all() {
        return connections.ofCompany(Current.company().value());
    }

    /**
     * Stores what a look showed, unless the connection changed since: then the look was at another state, and another
     * one follows.
     */
    @Transactional
    public void found(EnvironmentId environment, ProbeResult finding, boolean conclusive, int version) {
        find(environment)
                .filter(connection -> connection.version() == version)
                .ifPresent(connection -> change(connection, c -> c.found(finding, conclusive, clock.instant())));
    }

    @Transactional
    void checkAsked(EnvironmentId environment) {
        change(get(environment), connection -> connection.checkAsked(clock.instant()));
    }

    /** Asks for a check of the current company's connection to that tenant, unless it stands badly or is asked for already. */
    @Transactional
    public Optional<EnvironmentId> suspected(UUID tenant) {
        var now = clock.instant();
        var connection = connections.ofCompany(Current.company().value()).stream()
                .filter(one -> one.tenantId().equals(tenant) && one.mayBeSuspected(now))
                .findFirst();
        connection.ifPresent(one -> change(one, c -> c.checkAsked(now)));
        return connection.map(IntuneConnection::environment);
    }

    @Transactional
    void waive(EnvironmentId environment, RequiredPermission permission) {
        var connection = get(environment);
        if (connection.state().doesWithout(permission)) {
            return;
        }
        change(connection, c -> c.waive(permission));
        append(connection, EnvironmentEventKind.INTUNE_PERMISSION_WAIVED, permission);
    }

    @Transactional
    void takeWaiverBack(EnvironmentId environment, RequiredPermission permission) {
        var connection = get(environment);
        change(connection, c -> c.takeWaiverBack(permission));
        append(connection, EnvironmentEventKind.INTUNE_PERMISSION_WAIVER_ENDED, permission);
    }

    private void append(IntuneConnection connection, EventKind kind, RequiredPermission permission) {
        log.append(NewEvent.of(kind, permission.value())
                .in(connection.environment())
                .tenant(connection.tenantId())
                .with("permission", permission.value()));
    }

    @Transactional
    void pause(EnvironmentId environment) {
        var connection = get(environment);
        change(connection, c -> c.pause(Current.actor().name(), clock.instant()));
        log.append(NewEvent.of(EnvironmentEventKind.INTUNE_CONNECTION_PAUSED, connection.tenantName())
                .in(environment)
                .tenant(connection.tenantId()));
    }

    @Transactional
    void resume(EnvironmentId environment) {
        var connection = get(environment);
        change(connection, IntuneConnection::resume);
        log.append(NewEvent.of(EnvironmentEventKind.INTUNE_CONNECTION_RESUMED, connection.tenantName())
                .in(environment)
                .tenant(connection.tenantId()));
    }

    /** Makes a change and tells everybody what it did to the connection's health. */
    private void change(IntuneConnection connection, Consumer<IntuneConnection> change) {
        var before = connection.state();
        change.accept(connection);
        connections.saveAndFlush(connection);
        events.tell(connection, before);
        var after = connection.state();
        if (!before.health().equals(after.health())) {
            publisher.publishEvent(new HealthChanged(
                    connection.environment(), connection.tenantName(), before.health(), after.health()));
        }
    }

    private IntuneConnection get(EnvironmentId environment) {
        return find(environment).orElseThrow(() -> new ConflictException("connect.notConnected"));
    }
}

package io.patchbay.environment.connection;

import io.patchbay.environment.HealthChanged;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

    /**
     * Stores the result of a check, unless the connection changed since it began: then the check saw another state, and
     * another check follows.
     *
     * @param version the connection's version when the check began
     */
    @Transactional
    public void checked(EnvironmentId environment, ProbeResult result, boolean conclusive, @Nullable Integer version) {
        held(environment)
                .filter(connection -> Objects.equals(connection.version(), version))
                .ifPresent(connection -> change(connection, c -> c.checked(result, conclusive, clock.instant())));
    }

    /** Notes that somebody waits for a check of the connection. */
    @Transactional
    public void requestCheck(EnvironmentId environment) {
        change(get(environment), connection -> connection.requestCheck(clock.instant()));
    }

    /**
     * Requests a check of the current company's connection to that tenant, unless it is known to be lost or a check is awaited.
     *
     * @return the environment to check
     */
    @Transactional
    public Optional<EnvironmentId> suspected(UUID tenant) {
        var now = clock.instant();
        var connection = connections
                .heldTo(Current.company().value(), tenant)
                .filter(one -> one.shouldBeCheckedAfterRefusal(now));
        connection.ifPresent(one -> change(one, c -> c.requestCheck(now)));
        return connection.map(IntuneConnection::environment);
    }

    @Transactional
    void waive(EnvironmentId environment, RequiredPermission permission) {
        var connection = get(environment);
        if (connection.state().conclusion().missesWaived(permission)) {
            return;
        }
        change(connection, c -> c.waive(permission));
        append(connection, EnvironmentEventKind.INTUNE_PERMISSION_WAIVED, permission);
    }

    @Transactional
    void endWaiver(EnvironmentId environment, RequiredPermission permission) {
        var connection = get(environment);
        change(connection, c -> c.endWaiver(permission));
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

    /** Makes a change, logs what it did to the connection's health, and publishes that. */
    private void change(IntuneConnection connection, Consumer<IntuneConnection> change) {
        var before = connection.state();
        change.accept(connection);
        connections.saveAndFlush(connection);
        events.tell(connection, before.conclusion());
        var after = connection.state();
        if (!before.health().equals(after.health())) {
            publisher.publishEvent(new HealthChanged(
                    connection.environment(), connection.tenantName(), before.health(), after.health()));
        }
    }

    private IntuneConnection get(EnvironmentId environment) {
        return held(environment).orElseThrow(() -> new NotConnectedException());
    }

    private Optional<IntuneConnection> held(EnvironmentId environment) {
        return connections.held(EnvironmentKey.of(Current.company(), environment));
    }
}

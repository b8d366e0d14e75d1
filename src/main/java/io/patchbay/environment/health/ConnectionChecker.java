package io.patchbay.environment.health;

import io.patchbay.environment.connection.ConnectionUpdates;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Checks one connection: asks Microsoft outside of any transaction, then stores the result. */
@Component
class ConnectionChecker {

    private final ConnectionUpdates store;
    private final ConnectionProbe probe;
    private final Clock clock;

    enum CheckOutcome {
        /** There is nothing to check any more. */
        GONE,
        /** It was checked, or its consent proven, a short while ago. */
        NOT_DUE,
        CHECKED
    }

    ConnectionChecker(ConnectionUpdates store, ConnectionProbe probe, Clock clock) {
        this.store = store;
        this.probe = probe;
        this.clock = clock;
    }

    CheckOutcome check(EnvironmentId environment, Duration every) {
        var found = store.find(environment);
        if (found.isEmpty() || found.get().state().disconnecting()) {
            return CheckOutcome.GONE;
        }
        var connection = found.get();
        var awaited = connection.checkAwaited();
        if (!awaited && connection.lastAttemptAt().plus(every.dividedBy(2)).isAfter(clock.instant())) {
            return CheckOutcome.NOT_DUE;
        }
        store.checked(
                environment,
                probe.look(connection.tenantId(), connection.state().conclusion()),
                awaited,
                connection.version());
        return CheckOutcome.CHECKED;
    }
}

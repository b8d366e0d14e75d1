package io.patchbay.environment.health;

import io.patchbay.environment.connection.ConnectionUpdates;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Checks one connection: looks at the tenant outside of any transaction, then stores what that showed. */
@Component
class ConnectionChecker {

    private final ConnectionUpdates store;
    private final ConnectionProbe check;
    private final Clock clock;

    enum Outcome {
        /** There is nothing to check any more. */
        GONE,
        /** It was checked, or its consent proven, a short while ago. */
        NOT_DUE,
        CHECKED
    }

    ConnectionChecker(ConnectionUpdates store, ConnectionProbe check, Clock clock) {
        this.store = store;
        this.check = check;
        this.clock = clock;
    }

    Outcome check(EnvironmentId environment, Duration every) {
        var found = store.find(environment);
        if (found.isEmpty() || found.get().state().disconnecting()) {
            return Outcome.GONE;
        }
        var connection = found.get();
        var awaited = connection.checkAwaited();
        if (!awaited && connection.triedAt().plus(every.dividedBy(2)).isAfter(clock.instant())) {
            return Outcome.NOT_DUE;
        }
        store.found(environment, check.look(connection.tenantId(), connection.state()), awaited, connection.version());
        return Outcome.CHECKED;
    }
}

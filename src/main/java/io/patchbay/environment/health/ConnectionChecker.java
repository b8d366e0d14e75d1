package io.patchbay.environment.health;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.environment.connection.ConnectionUpdates;
import io.patchbay.environment.connection.ProbeResult;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Checks one connection: asks Microsoft outside of any transaction, then stores the result. */
@Component
class ConnectionChecker {

    private final ConnectionUpdates store;
    private final ConnectionProbe probe;
    private final Clock clock;
    private final MeterRegistry meters;

    enum CheckOutcome {
        /** There is nothing to check any more. */
        GONE,
        /** It was checked, or its consent proven, a short while ago. */
        NOT_DUE,
        CHECKED
    }

    ConnectionChecker(ConnectionUpdates store, ConnectionProbe probe, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.probe = probe;
        this.clock = clock;
        this.meters = meters;
        Arrays.stream(ProbeResult.class.getPermittedSubclasses()).forEach(this::counter);
    }

    /** What lies ahead is of a clock that was set back since, and says nothing. */
    private boolean isRecent(Instant attempt, Duration every) {
        var now = clock.instant();
        return !attempt.isAfter(now) && attempt.plus(every.dividedBy(2)).isAfter(now);
    }

    CheckOutcome check(EnvironmentId environment, Duration every) {
        var found = store.find(environment);
        if (found.isEmpty() || found.get().state().disconnecting()) {
            return CheckOutcome.GONE;
        }
        var connection = found.get();
        var awaited = connection.checkAwaited();
        if (!awaited && isRecent(connection.lastAttemptAt(), every)) {
            return CheckOutcome.NOT_DUE;
        }
        var result = probe.look(connection.tenantId(), connection.state().conclusion());
        counter(result.getClass()).increment();
        store.checked(environment, result, awaited, connection.version());
        return CheckOutcome.CHECKED;
    }

    /** By what was found: complete, permissions-missing, lost, blocked, operator-fault or inconclusive. */
    private Counter counter(Class<?> result) {
        var outcome =
                result.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return meters.counter("patchbay.checks", "outcome", outcome);
    }
}

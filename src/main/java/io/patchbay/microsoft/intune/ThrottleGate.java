package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Throttled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tenants that told us to wait: until then no such call is made there, by whomever, since calls that are refused count
 * towards Microsoft's limits too. Reads and writes have limits of their own. Each process remembers for itself.
 */
@Component
class ThrottleGate {

    private final Map<Key, Closed> closed = new ConcurrentHashMap<>();
    private final Clock clock;

    ThrottleGate(Clock clock) {
        this.clock = clock;
    }

    private record Key(UUID tenant, boolean write) {}

    private record Closed(Instant from, Instant until) {

        /** How long still; nothing where the clock was set back since. */
        Duration left(Instant now) {
            return now.isBefore(from) ? Duration.ZERO : Duration.between(now, until);
        }
    }

    <T> GraphOutcome<T> keep(UUID tenant, boolean write, Supplier<GraphOutcome<T>> call) {
        var key = new Key(tenant, write);
        var told = closed.get(key);
        if (told != null) {
            var left = told.left(clock.instant());
            if (left.isPositive()) {
                return new Throttled<>(left);
            }
            closed.remove(key, told);
        }
        var outcome = call.get();
        var after = askedToWait(outcome);
        if (after != null) {
            var now = clock.instant();
            closed.put(key, new Closed(now, now.plus(after)));
        }
        return outcome;
    }

    private static @Nullable Duration askedToWait(GraphOutcome<?> outcome) {
        return switch (outcome) {
            case GraphOutcome.Throttled<?>(var after) -> after;
            case GraphOutcome.Unavailable<?>(var after) -> after;
            default -> null;
        };
    }
}

package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.graph.GraphOutcome;
import io.patchbay.microsoft.graph.GraphOutcome.Throttled;
import io.patchbay.microsoft.identity.TenantEnded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tenants that told us to wait: until then no such call is made there, by whomever, since calls that are refused count
 * towards Microsoft's limits too. Reads and writes have limits of their own. Each process remembers for itself.
 */
@Component
public class ThrottleGate {

    private final Map<Key, Closed> closed = new ConcurrentHashMap<>();
    private final Clock clock;

    ThrottleGate(Clock clock) {
        this.clock = clock;
    }

    /**
     * A tenant that told this instance to wait.
     *
     * @param write whether it is changes that wait, rather than questions
     */
    public record ThrottledTenant(UUID tenant, boolean write, Instant until) {}

    private record Key(UUID tenant, boolean write) {}

    private record Closed(Instant from, Instant until) {

        /** How long still; nothing where the clock was set back since. */
        Duration left(Instant now) {
            return now.isBefore(from) ? Duration.ZERO : Duration.between(now, until);
        }
    }

    @EventListener
    void ended(TenantEnded event) {
        closed.keySet().removeIf(key -> key.tenant().equals(event.tenant()));
    }

    /** Whether it keeps anything of the tenant. */
    boolean keeps(UUID tenant) {
        return closed.keySet().stream().anyMatch(key -> key.tenant().equals(tenant));
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

    /** Those that are left alone now, the longest wait first. */
    public List<ThrottledTenant> throttled() {
        var now = clock.instant();
        return closed.entrySet().stream()
                .filter(entry -> entry.getValue().left(now).isPositive())
                .map(entry -> new ThrottledTenant(
                        entry.getKey().tenant(),
                        entry.getKey().write(),
                        entry.getValue().until()))
                .sorted(Comparator.comparing(ThrottledTenant::until).reversed())
                .toList();
    }

    private static @Nullable Duration askedToWait(GraphOutcome<?> outcome) {
        return switch (outcome) {
            case GraphOutcome.Throttled<?>(var after) -> after;
            case GraphOutcome.Unavailable<?>(var after) -> after;
            default -> null;
        };
    }
}

package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What is set for a tenant's Intune: its subscription, and how large a list may be. Safe for many threads. */
@SimulatorComponent
public final class TenantPolicies {
    /** Graph's {@code deviceManagementSubscriptionState} (P17). */
    public static final Set<String> SUBSCRIPTIONS =
            new TreeSet<>(Set.of("pending", "active", "warning", "disabled", "deleted", "blocked", "lockedOut"));

    private static final int PAGE = 100;
    private static final int LARGE = 500;

    private final Map<UUID, String> subscriptions = new HashMap<>();
    private int page = PAGE;
    private int large = LARGE;

    synchronized void reset() {
        subscriptions.clear();
        page = PAGE;
        large = LARGE;
    }

    /** One of {@link #SUBSCRIPTIONS}. */
    public synchronized void subscription(UUID tenant, String state) {
        if (!SUBSCRIPTIONS.contains(state)) {
            throw new IllegalArgumentException("No state of a subscription: " + state);
        }
        subscriptions.put(tenant, state);
    }

    public synchronized String subscription(UUID tenant) {
        return subscriptions.getOrDefault(tenant, "active");
    }

    /** How many applications a page with assignments has at most, and how many a list without {@code $top} (P11). */
    public synchronized void lists(int onPage, int withoutTop) {
        page = onPage;
        large = withoutTop;
    }

    public synchronized int page() {
        return page;
    }

    /** With more applications than that an expanded list without {@code $top} is answered with 504 (P11). */
    public synchronized int large() {
        return large;
    }
}

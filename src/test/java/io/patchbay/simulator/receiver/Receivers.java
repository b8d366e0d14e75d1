package io.patchbay.simulator.receiver;

import io.patchbay.simulator.SimulatorComponent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the receivers got, in order of arrival, and how each answers. Safe for many threads. */
@SimulatorComponent
public final class Receivers {

    private static final int KEPT = 1000;

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Map<String, Behavior> behaviors = new ConcurrentHashMap<>();

    /** A request as it came, and the status it was answered with. */
    public record Delivery(String receiver, Map<String, String> headers, String body, Behavior answered) {}

    /** Makes a receiver answer like that from now on; those that were told nothing take what comes. */
    public void behave(String receiver, Behavior behavior) {
        behaviors.put(receiver, behavior);
    }

    /** All that came to a receiver, oldest first. */
    public List<Delivery> of(String receiver) {
        return deliveries.stream()
                .filter(one -> one.receiver().equals(receiver))
                .toList();
    }

    /** All that came, newest first. */
    public List<Delivery> all() {
        return deliveries.reversed();
    }

    /** How a receiver answers now. */
    public Behavior behavior(String receiver) {
        return behaviors.getOrDefault(receiver, Behavior.TAKES);
    }

    /** Forgets everything. */
    public void reset() {
        deliveries.clear();
        behaviors.clear();
    }

    Behavior took(String receiver, Map<String, String> headers, String body) {
        var behavior = behavior(receiver);
        if (deliveries.size() >= KEPT) {
            deliveries.removeFirst();
        }
        deliveries.add(new Delivery(receiver, Map.copyOf(headers), body, behavior));
        return behavior;
    }
}

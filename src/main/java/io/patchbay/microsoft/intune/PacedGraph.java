package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.graph.Graph;
import io.patchbay.microsoft.graph.GraphOutcome;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Calls of Intune at the pace that a tenant takes, reads and writes apart. */
@Component
class PacedGraph {

    private final Graph graph;
    private final ThrottleGate pace;

    PacedGraph(Graph graph, ThrottleGate pace) {
        this.graph = graph;
        this.pace = pace;
    }

    <T> GraphOutcome<T> read(UUID tenant, Function<String, T> request) {
        return pace.keep(tenant, false, () -> graph.call(tenant, request));
    }

    <T> GraphOutcome<T> write(UUID tenant, Function<String, T> request) {
        return pace.keep(tenant, true, () -> graph.call(tenant, request));
    }

    /** A write whose answer says no more than that it was done. */
    GraphOutcome<Boolean> done(UUID tenant, Consumer<String> request) {
        return write(tenant, bearer -> {
            request.accept(bearer);
            return true;
        });
    }
}

package io.patchbay.simulator.directory;

import io.patchbay.simulator.SimulatorComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which versions of HTTP were spoken on the back channel, by the first part of the path. Safe for many threads. */
@SimulatorComponent
public final class Protocols {
    private final Map<String, Set<String>> spoken = new ConcurrentHashMap<>();

    /** A request has come. */
    public void spoke(String path, String protocol) {
        spoken.computeIfAbsent(path.split("/", 3)[1], part -> ConcurrentHashMap.newKeySet())
                .add(protocol);
    }

    /** What was spoken below that part of the path, such as {@code graph}. */
    public Set<String> of(String part) {
        return new TreeSet<>(spoken.getOrDefault(part, Set.of()));
    }

    public void reset() {
        spoken.clear();
    }
}

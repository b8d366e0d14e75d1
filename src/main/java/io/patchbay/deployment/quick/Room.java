package io.patchbay.deployment.quick;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.quick.QuickPlan.PlannedApp;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many more deployments an environment's license allows, while they are planned one by one. */
final class Room {

    /** In these an application is there for those that need it, and counts already. */
    private static final Set<String> COUNTED = Set.of("ACTIVE", "PAUSED");

    private final Map<AppId, String> states;
    private final Set<AppId> taken = new HashSet<>();
    private int left;

    /**
     * Before anything is planned.
     *
     * @param states of what is deployed to the environment already
     */
    Room(int left, Map<AppId, String> states) {
        this.left = left;
        this.states = states;
    }

    @Nullable
    String state(AppId app) {
        return states.get(app);
    }

    /** Takes what the application needs, with what is deployed because of it; whether there is as much. */
    boolean take(PlannedApp app) {
        var more = Stream.concat(Stream.of(app.app()), needed(app))
                .filter(one -> !taken.contains(one))
                .toList();
        if (more.size() > left) {
            return false;
        }
        left -= more.size();
        taken.addAll(more);
        return true;
    }

    private Stream<AppId> needed(PlannedApp app) {
        return app.requires().keySet().stream()
                .map(AppId::new)
                .filter(one -> !COUNTED.contains(states.getOrDefault(one, "")));
    }
}

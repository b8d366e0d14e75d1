package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which applications each tenant has, oldest first, and how soon a new one is seen. Safe for many threads. */
@SimulatorComponent
public final class TenantApps {
    private final Map<UUID, Map<String, App>> apps = new LinkedHashMap<>();
    private final MovableClock clock;
    private final ServiceTimes times;
    private final Relations relations;

    TenantApps(MovableClock clock, ServiceTimes times, Relations relations) {
        this.clock = clock;
        this.times = times;
        this.relations = relations;
    }

    synchronized void reset() {
        apps.clear();
    }

    private Map<String, App> of(UUID tenant) {
        return apps.computeIfAbsent(tenant, none -> new LinkedHashMap<>());
    }

    /** Those that Intune lists; a new one is not listed before {@link ServiceTimes#listing}. */
    public synchronized List<App> listed(UUID tenant) {
        Instant since = clock.instant().minus(times.listing());
        return of(tenant).values().stream()
                .filter(app -> !app.created.isAfter(since))
                .toList();
    }

    synchronized List<App> all(UUID tenant) {
        return List.copyOf(of(tenant).values());
    }

    /** One of them, whether it has appeared or not. */
    public synchronized Optional<App> find(UUID tenant, String id) {
        return Optional.ofNullable(of(tenant).get(id));
    }

    /** The application that a call is about, unless it has not appeared yet (P6). */
    public App required(UUID tenant, String id, boolean write) {
        App app = find(tenant, id).orElseThrow(() -> IntuneRefusal.notFound(id));
        requireAppeared(app.created, id, write);
        requireAppeared(app.used(), id, write);
        return app;
    }

    /** A new resource is not found, or in conflict with itself, for a while (P6); only writes meet conflicts. */
    void requireAppeared(Instant since, String id, boolean write) {
        int status = times.appearingStatus();
        boolean appeared = since.equals(Instant.MAX) || !clock.instant().isBefore(since.plus(times.appearing()));
        if (appeared || status != 404 && !write) {
            return;
        }
        throw switch (status) {
            case 409 ->
                new IntuneRefusal(409, "Conflict", "The resource " + id + " is in conflict with its state.", Map.of());
            case 412 -> new IntuneRefusal(412, "PreconditionFailed", "ConditionNotMet", Map.of());
            default -> IntuneRefusal.notFound(id);
        };
    }

    public synchronized App create(UUID tenant, Map<String, Object> fields) {
        App app = new App(tenant, clock.instant(), fields);
        of(tenant).put(app.id, app);
        return app;
    }

    /** Takes it out, unless it is tied to another one. */
    public void delete(UUID tenant, App app) {
        if (relations.holds(tenant, app.id)) {
            throw IntuneRefusal.badRequest(
                    "The app cannot be deleted because it is part of a dependency or supersedence relationship.");
        }
        remove(tenant, app);
    }

    synchronized void remove(UUID tenant, App app) {
        of(tenant).remove(app.id);
        relations.forget(tenant, app.id);
    }
}

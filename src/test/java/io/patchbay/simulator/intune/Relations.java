package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which applications supersede or need which, within Intune's limits (P14). Safe for many threads. */
@SimulatorComponent
public final class Relations {
    /** Applications that supersede each other, directly or not, at most. */
    private static final int SUPERSEDENCE_NODES = 10;

    /** Applications that one needs, directly or not, and itself, at most (learn.microsoft.com: apps-win32-add). */
    private static final int DEPENDENCIES = 100;

    private final Map<UUID, List<Relation>> relations = new HashMap<>();

    synchronized void reset() {
        relations.clear();
    }

    private List<Relation> of(UUID tenant) {
        return relations.computeIfAbsent(tenant, none -> new ArrayList<>());
    }

    synchronized void supersede(UUID tenant, String source, String target) {
        of(tenant).add(new Relation(Relation.Kind.SUPERSEDENCE, source, target, "update"));
    }

    synchronized void depend(UUID tenant, String source, String target) {
        of(tenant).add(new Relation(Relation.Kind.DEPENDENCY, source, target, "autoInstall"));
    }

    /** Those that the application is in, as source or as target. */
    public synchronized List<Relation> about(UUID tenant, String app) {
        return of(tenant).stream()
                .filter(one -> one.source().equals(app) || one.target().equals(app))
                .toList();
    }

    /** Replaces all relations of which the application is the source. */
    public synchronized void replace(UUID tenant, String source, List<Relation> wanted) {
        List<Relation> all = new ArrayList<>(of(tenant));
        all.removeIf(one -> one.source().equals(source));
        all.addAll(wanted);
        for (Relation.Kind kind : Relation.Kind.values()) {
            if (reach(all, kind, source, false).contains(source)) {
                throw IntuneRefusal.badRequest("The app relationships are not valid: they make a cycle.");
            }
        }
        if (reach(all, Relation.Kind.SUPERSEDENCE, source, true).size() > SUPERSEDENCE_NODES) {
            throw IntuneRefusal.badRequest("The maximum number of " + SUPERSEDENCE_NODES
                    + " nodes in a supersedence relationship graph is exceeded.");
        }
        if (all.stream()
                .filter(one -> one.kind() == Relation.Kind.DEPENDENCY)
                .map(Relation::source)
                .distinct()
                .anyMatch(
                        one -> reach(all, Relation.Kind.DEPENDENCY, one, false).size() >= DEPENDENCIES)) {
            throw IntuneRefusal.badRequest("The maximum number of " + DEPENDENCIES + " dependencies is exceeded.");
        }
        relations.put(tenant, all);
    }

    /** What can be reached over relations of a kind, from their sources or both ways. */
    private static Set<String> reach(List<Relation> all, Relation.Kind kind, String from, boolean bothWays) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String app = next.remove();
            for (Relation one : all) {
                boolean along = one.source().equals(app);
                boolean back = bothWays && one.target().equals(app);
                String other = along ? one.target() : one.source();
                if (one.kind() == kind && (along || back) && seen.add(other)) {
                    next.add(other);
                }
            }
        }
        return seen;
    }

    /** How many applications reach this one over relations of that kind ({@code true}), or are reached from it. */
    public synchronized int count(UUID tenant, Relation.Kind kind, String app, boolean towards) {
        List<Relation> all = of(tenant);
        List<Relation> turned = towards
                ? all.stream()
                        .map(one -> new Relation(one.kind(), one.target(), one.source(), one.how()))
                        .toList()
                : all;
        return reach(turned, kind, app, false).size();
    }

    /** Whether it cannot be deleted: another one needs it, or it supersedes or is superseded. */
    synchronized boolean holds(UUID tenant, String app) {
        return of(tenant).stream()
                .anyMatch(one -> one.target().equals(app)
                        || one.source().equals(app) && one.kind() == Relation.Kind.SUPERSEDENCE);
    }

    synchronized void forget(UUID tenant, String app) {
        of(tenant).removeIf(one -> one.source().equals(app) || one.target().equals(app));
    }
}

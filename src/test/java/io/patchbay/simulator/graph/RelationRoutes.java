package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.intune.App;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.Relation;
import io.patchbay.simulator.intune.Relations;
import io.patchbay.simulator.intune.TenantApps;
import io.patchbay.simulator.schema.RelationBodies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Supersedence and dependencies of applications, of the beta version of Graph (P14). */
@SimulatorComponent
final class RelationRoutes implements Routes {
    private static final String APP = "/beta/deviceAppManagement/mobileApps/{app}";
    private static final int PAGE = 100;

    private final TenantApps apps;
    private final Relations relations;
    private final IntuneCalls calls;
    private final MovableClock clock;

    RelationRoutes(TenantApps apps, Relations relations, IntuneCalls calls, MovableClock clock) {
        this.apps = apps;
        this.relations = relations;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                calls.read(APP + "/relationships", AppCall.READ, this::list),
                calls.approved("POST", APP + "/updateRelationships", AppCall.RELATE, this::update));
    }

    private GraphReply list(GraphCall call) {
        App app = calls.app(call);
        return new ODataPage("deviceAppManagement/mobileApps/relationships", PAGE, PAGE)
                .of(call, relations.about(app.tenant, app.id), one -> describe(app, one));
    }

    /** As the application sees it: the other one is its child where it is the source, and else its parent. */
    private Map<String, Object> describe(App app, Relation one) {
        boolean source = one.source().equals(app.id);
        String other = source ? one.target() : one.source();
        UUID tenant = app.tenant;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@odata.type", one.kind().type());
        all.put("id", one.source() + "_" + one.target());
        all.put("targetId", other);
        for (String name : List.of("DisplayName", "DisplayVersion", "Publisher")) {
            String property = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            all.put(
                    "target" + name,
                    apps.find(tenant, other).map(found -> found.text(property)).orElse(null));
        }
        all.put("sourceId", one.source());
        all.put("targetType", source ? "child" : "parent");
        all.put(one.kind().property(), one.how());
        if (one.kind() == Relation.Kind.SUPERSEDENCE) {
            all.put("supersededAppCount", relations.count(tenant, one.kind(), one.target(), false));
            all.put("supersedingAppCount", relations.count(tenant, one.kind(), one.source(), true));
        } else {
            all.put("dependentAppCount", relations.count(tenant, one.kind(), one.target(), false));
            all.put("dependsOnAppCount", relations.count(tenant, one.kind(), one.source(), false));
        }
        return all;
    }

    private GraphReply update(GraphCall call) {
        App app = calls.app(call);
        IntuneCalls.require(RelationBodies.problem(call.body()));
        app.requirePublished(clock.instant());
        List<Relation> wanted = new ArrayList<>();
        Set<String> targets = new HashSet<>();
        for (JsonNode one : call.body().path("relationships")) {
            Relation relation = relation(app, one);
            IntuneCalls.require(
                    targets.add(relation.target())
                            ? ""
                            : "The app " + relation.target() + " is the target of more than one relationship.");
            wanted.add(relation);
        }
        relations.replace(app.tenant, app.id, wanted);
        return new GraphReply(204, Map.of(), "");
    }

    private Relation relation(App app, JsonNode one) {
        String target = one.path("targetId").asString("");
        IntuneCalls.require(target.equals(app.id) ? "An app cannot be related to itself." : "");
        IntuneCalls.require(apps.find(app.tenant, target).isPresent() ? "" : "The app " + target + " was not found.");
        for (Relation.Kind kind : Relation.Kind.values()) {
            if (kind.type().equals(one.path("@odata.type").asString(""))) {
                return new Relation(
                        kind, app.id, target, one.path(kind.property()).asString(""));
            }
        }
        throw GraphException.badRequest("The relationship is of no known type.");
    }
}

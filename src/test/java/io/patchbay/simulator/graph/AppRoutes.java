package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.intune.App;
import io.patchbay.simulator.intune.AppBodies;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppDescriptions;
import io.patchbay.simulator.intune.Contents;
import io.patchbay.simulator.intune.TenantApps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications in Intune: entra.md 4.3. */
@SimulatorComponent
final class AppRoutes implements Routes {
    private static final String APPS = "/beta/deviceAppManagement/mobileApps";
    private static final String APP = APPS + "/{app}";
    private static final int PAGE = 50;
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final TenantApps apps;
    private final Contents contents;
    private final AppDescriptions descriptions;
    private final MovableClock clock;
    private final IntuneCalls calls;
    private final JsonMapper json;

    AppRoutes(
            TenantApps apps,
            Contents contents,
            AppDescriptions descriptions,
            MovableClock clock,
            IntuneCalls calls,
            JsonMapper json) {
        this.apps = apps;
        this.contents = contents;
        this.descriptions = descriptions;
        this.clock = clock;
        this.calls = calls;
        this.json = json;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                calls.read(APPS, AppCall.LIST, this::list),
                calls.write("POST", APPS, AppCall.CREATE, this::create),
                calls.read(APP, AppCall.READ, this::get),
                calls.write("PATCH", APP, null, this::change),
                calls.write("DELETE", APP, AppCall.DELETE, this::delete),
                calls.write("POST", APP + "/assign", AppCall.ASSIGN, this::assign),
                calls.read(APP + "/assignments", AppCall.READ, this::assignments),
                calls.read(APP + "/categories", AppCall.READ, this::categoriesOf),
                calls.write("POST", APP + "/categories/$ref", AppCall.CATEGORIES, this::categorize),
                calls.write("DELETE", APP + "/categories/{category}/$ref", AppCall.CATEGORIES, this::uncategorize));
    }

    private GraphReply list(GraphCall call) {
        String filter = call.option("$filter");
        if (filter != null && !filter.equals("isof('microsoft.graph.win32LobApp')")) {
            throw GraphException.badRequest("The filter '" + filter + "' is not supported here.");
        }
        boolean expanded = "assignments".equals(call.option("$expand"));
        return new ODataPage("deviceAppManagement/mobileApps", PAGE, 1000, "$filter", "$expand")
                .of(call, apps.listed(call.tenant().id()), app -> listed(app, expanded));
    }

    /** Lists leave out what is large. */
    private Map<String, Object> listed(App app, boolean expanded) {
        Map<String, Object> all = descriptions.describe(app, expanded);
        all.put("largeIcon", null);
        return all;
    }

    private GraphReply get(GraphCall call) {
        return GraphReply.ok(descriptions.describe(calls.app(call), "assignments".equals(call.option("$expand"))));
    }

    private GraphReply create(GraphCall call) {
        IntuneCalls.require(AppBodies.problem(call.body()));
        App app = apps.create(call.tenant().id(), json.convertValue(call.body(), MAP));
        return new GraphReply(201, Map.of(), descriptions.describe(app, false));
    }

    private GraphReply change(GraphCall call) {
        JsonNode version = call.body().path("committedContentVersion");
        return version.isMissingNode()
                ? calls.faulty(AppCall.UPDATE, call, this::update)
                : calls.faulty(AppCall.USE_CONTENT, call, this::useContent);
    }

    private GraphReply update(GraphCall call) {
        App app = calls.app(call);
        IntuneCalls.require(AppBodies.problemOfChange(call.body()));
        app.change(json.convertValue(call.body(), MAP), clock.instant());
        return GraphReply.ok(descriptions.describe(app, false));
    }

    /** A content version comes into use, and with it whatever else is said (P3). */
    private GraphReply useContent(GraphCall call) {
        App app = calls.app(call);
        IntuneCalls.require(AppBodies.problemOfChange(call.body()));
        Map<String, Object> change = json.convertValue(call.body(), MAP);
        contents.use(app, String.valueOf(change.remove("committedContentVersion")));
        app.describe(change);
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply delete(GraphCall call) {
        App app = calls.app(call);
        apps.delete(call.tenant().id(), app);
        contents.forget(app);
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply assign(GraphCall call) {
        App app = calls.app(call);
        JsonNode wanted = call.body().path("mobileAppAssignments");
        IntuneCalls.require(wanted.isArray() ? "" : "The mobileAppAssignments are missing.");
        wanted.forEach(one -> check(call, one));
        app.assign(
                StreamSupport.stream(wanted.spliterator(), false)
                        .map(one -> json.convertValue(one, MAP))
                        .toList(),
                clock.instant());
        return new GraphReply(204, Map.of(), "");
    }

    private static void check(GraphCall call, JsonNode assignment) {
        JsonNode target = assignment.path("target");
        IntuneCalls.require(
                List.of("required", "available", "uninstall", "availableWithoutEnrollment")
                                .contains(assignment.path("intent").asString(""))
                        ? ""
                        : "The intent is not valid.");
        String group = target.path("groupId").asString("");
        String type = target.path("@odata.type").asString("").replace("#microsoft.graph.", "");
        boolean ofGroup = Set.of("groupAssignmentTarget", "exclusionGroupAssignmentTarget")
                .contains(type);
        IntuneCalls.require(
                ofGroup
                                || Set.of("allLicensedUsersAssignmentTarget", "allDevicesAssignmentTarget")
                                        .contains(type)
                        ? ""
                        : "The target is not valid.");
        boolean there = call.tenant().groups().all().stream()
                .anyMatch(one -> one.id().toString().equals(group));
        IntuneCalls.require(!ofGroup || there ? "" : "The group " + group + " was not found in the directory.");
    }

    private GraphReply assignments(GraphCall call) {
        return GraphReply.ok(Map.of("value", AppDescriptions.describeAssignments(calls.app(call))));
    }

    private GraphReply categoriesOf(GraphCall call) {
        List<Map<String, Object>> found = calls.app(call).categories().stream()
                .map(id -> Map.<String, Object>of("id", id, "displayName", IntuneChoices.CATEGORIES.get(id)))
                .toList();
        return new ODataPage("mobileAppCategories", 100, 1000).of(call, found);
    }

    private GraphReply categorize(GraphCall call) {
        String reference = call.body().path("@odata.id").asString("");
        String id = reference.substring(reference.lastIndexOf('/') + 1);
        IntuneCalls.require(
                reference.contains("/mobileAppCategories/") && IntuneChoices.CATEGORIES.containsKey(id)
                        ? ""
                        : "No such category.");
        calls.app(call).categorize(id, true, clock.instant());
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply uncategorize(GraphCall call) {
        calls.app(call).categorize(call.segment("category"), false, clock.instant());
        return new GraphReply(204, Map.of(), "");
    }
}

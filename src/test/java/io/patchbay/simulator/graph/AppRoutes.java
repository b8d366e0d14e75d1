package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.intune.App;
import io.patchbay.simulator.intune.AppBodies;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.IntuneApplications;
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

    private final IntuneApplications apps;
    private final IntuneCalls calls;
    private final JsonMapper json;

    AppRoutes(IntuneApplications apps, IntuneCalls calls, JsonMapper json) {
        this.apps = apps;
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
                .of(
                        call,
                        apps.all(call.tenant()).stream()
                                .map(app -> listed(app, expanded))
                                .toList());
    }

    /** Lists leave out what is large. */
    private Map<String, Object> listed(App app, boolean expanded) {
        Map<String, Object> all = apps.describe(app, expanded);
        all.put("largeIcon", null);
        return all;
    }

    private GraphReply get(GraphCall call) {
        return GraphReply.ok(apps.describe(calls.app(call), "assignments".equals(call.option("$expand"))));
    }

    private GraphReply create(GraphCall call) {
        IntuneCalls.require(AppBodies.problem(call.body()));
        App app = apps.create(call.tenant(), json.convertValue(call.body(), MAP));
        return new GraphReply(201, Map.of(), apps.describe(app, false));
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
        apps.change(app, json.convertValue(call.body(), MAP));
        return GraphReply.ok(apps.describe(app, false));
    }

    private GraphReply useContent(GraphCall call) {
        App app = calls.app(call);
        String version = call.body().path("committedContentVersion").asString("");
        boolean committed = app.contents.getOrDefault(version, Map.of()).values().stream()
                .anyMatch(file -> file.state.equals("commitFileSuccess"));
        IntuneCalls.require(committed ? "" : "The content version is not committed.");
        app.committed = version;
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply delete(GraphCall call) {
        IntuneCalls.require(
                apps.delete(call.tenant(), calls.app(call))
                        ? ""
                        : "The app cannot be deleted because it is part of a dependency or supersedence relationship.");
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply assign(GraphCall call) {
        App app = calls.app(call);
        JsonNode wanted = call.body().path("mobileAppAssignments");
        IntuneCalls.require(wanted.isArray() ? "" : "The mobileAppAssignments are missing.");
        IntuneCalls.require(app.committed == null ? "The app is not published." : "");
        wanted.forEach(one -> check(call, one));
        apps.assign(
                app,
                StreamSupport.stream(wanted.spliterator(), false)
                        .map(one -> json.convertValue(one, MAP))
                        .toList());
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
        return GraphReply.ok(Map.of("value", apps.describeAssignments(calls.app(call))));
    }

    private GraphReply categoriesOf(GraphCall call) {
        List<Map<String, Object>> found = calls.app(call).categories.stream()
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
        calls.app(call).categories.add(id);
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply uncategorize(GraphCall call) {
        calls.app(call).categories.remove(call.segment("category"));
        return new GraphReply(204, Map.of(), "");
    }
}

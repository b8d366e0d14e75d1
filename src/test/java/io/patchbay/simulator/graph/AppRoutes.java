package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.intune.App;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppDescriptions;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.Contents;
import io.patchbay.simulator.intune.ListSizes;
import io.patchbay.simulator.intune.TenantApps;
import io.patchbay.simulator.schema.AppBodies;
import io.patchbay.simulator.schema.AssignmentBodies;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications in Intune: entra.md 4.3. */
@SimulatorComponent
final class AppRoutes implements Routes {
    private static final String APPS = "/deviceAppManagement/mobileApps";
    private static final int MOST = 1000;
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final TenantApps apps;
    private final Contents contents;
    private final AppDescriptions descriptions;
    private final ListSizes sizes;
    private final MovableClock clock;
    private final IntuneCalls calls;
    private final JsonMapper json;

    AppRoutes(
            TenantApps apps,
            Contents contents,
            AppDescriptions descriptions,
            ListSizes sizes,
            MovableClock clock,
            IntuneCalls calls,
            JsonMapper json) {
        this.apps = apps;
        this.contents = contents;
        this.descriptions = descriptions;
        this.sizes = sizes;
        this.clock = clock;
        this.calls = calls;
        this.json = json;
    }

    @Override
    public List<Route> routes() {
        return Stream.of("/beta", "").flatMap(this::routes).toList();
    }

    private Stream<Route> routes(String version) {
        String all = version + APPS;
        String one = all + "/{app}";
        return Stream.of(
                calls.read(all, AppCall.LIST, this::list),
                calls.approved("POST", all, AppCall.CREATE, this::create),
                calls.read(one, AppCall.READ, this::get),
                calls.write("PATCH", one, null, this::change),
                calls.approved("DELETE", one, AppCall.DELETE, this::delete),
                calls.approved("POST", one + "/assign", AppCall.ASSIGN, this::assign),
                calls.read(one + "/assignments", AppCall.READ, this::assignments),
                calls.read(one + "/categories", AppCall.READ, this::categoriesOf),
                calls.approved("POST", one + "/categories/$ref", AppCall.CATEGORIES, this::categorize),
                calls.approved("DELETE", one + "/categories/{category}/$ref", AppCall.CATEGORIES, this::uncategorize));
    }

    private GraphReply list(GraphCall call) {
        List<App> listed = apps.listed(call.tenant().id());
        String filter = call.option("$filter");
        Predicate<App> wanted = filter == null ? app -> true : AppFilter.of(filter);
        boolean expanded = expanded(call);
        if (expanded && call.option("$top") == null && listed.size() > sizes.large()) {
            throw new GraphException(504, "GatewayTimeout", "The gateway did not receive a response in time.");
        }
        ODataPage page =
                new ODataPage("deviceAppManagement/mobileApps", sizes.page(), MOST, "$filter", "$expand", "$orderby");
        return (expanded ? page.cutTo(sizes.page()) : page)
                .of(
                        call,
                        listed.stream().filter(wanted).sorted(order(call)).toList(),
                        app -> listed(call, app, expanded));
    }

    private static boolean expanded(GraphCall call) {
        String expand = call.option("$expand");
        if (expand != null && !expand.equals("assignments")) {
            throw GraphException.badRequest("Parsing OData Select and Expand failed: '" + expand + "'.");
        }
        return expand != null;
    }

    private static Comparator<App> order(GraphCall call) {
        String order = call.option("$orderby");
        Comparator<App> byName = Comparator.comparing(app -> app.text("displayName"), String.CASE_INSENSITIVE_ORDER);
        return switch (order == null ? "" : order) {
            case "" -> (one, other) -> 0;
            case "displayName", "displayName asc" -> byName;
            case "displayName desc" -> byName.reversed();
            default -> throw GraphException.badRequest("The order '" + order + "' is not supported here.");
        };
    }

    /** Lists leave out what is large. */
    private Map<String, Object> listed(GraphCall call, App app, boolean expanded) {
        Map<String, Object> all = describe(call, app, expanded);
        all.put("largeIcon", null);
        return all;
    }

    private Map<String, Object> describe(GraphCall call, App app, boolean expanded) {
        Map<String, Object> all = descriptions.describe(app, expanded);
        if (!call.isBeta()) {
            AppBodies.betaOnly().forEach(all::remove);
        }
        return all;
    }

    private GraphReply get(GraphCall call) {
        return GraphReply.ok(
                ODataPage.select(call.option("$select"), List.of(describe(call, calls.app(call), expanded(call))))
                        .getFirst());
    }

    private GraphReply create(GraphCall call) {
        IntuneCalls.require(AppBodies.problem(call.body(), call.isBeta()));
        App app = apps.create(call.tenant().id(), json.convertValue(call.body(), MAP));
        return new GraphReply(201, Map.of(), describe(call, app, false));
    }

    private GraphReply change(GraphCall call) {
        JsonNode version = call.body().path("committedContentVersion");
        return version.isMissingNode()
                ? calls.faulty(AppCall.UPDATE, call, calls.admitted(this::update))
                : calls.faulty(AppCall.USE_CONTENT, call, calls.admitted(this::useContent));
    }

    private GraphReply update(GraphCall call) {
        App app = calls.app(call);
        IntuneCalls.require(AppBodies.problemOfChange(call.body(), call.isBeta()));
        app.change(json.convertValue(call.body(), MAP), clock.instant());
        return GraphReply.ok(describe(call, app, false));
    }

    /** A content version comes into use, and with it whatever else is said (P3). */
    private GraphReply useContent(GraphCall call) {
        App app = calls.app(call);
        IntuneCalls.require(AppBodies.problemOfChange(call.body(), call.isBeta()));
        Map<String, Object> change = json.convertValue(call.body(), MAP);
        contents.use(app, String.valueOf(change.remove("committedContentVersion")), change);
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
        if (!AssignmentBodies.malformed(call.body()).isEmpty()) {
            throw IntuneCalls.failure(AppCall.ASSIGN, AppFault.SERVER_ERROR, call);
        }
        app.requirePublished(clock.instant());
        IntuneCalls.require(AssignmentBodies.problem(
                call.body(),
                group -> call.tenant().groups().all().stream()
                        .anyMatch(one -> one.id().toString().equals(group)),
                IntuneChoices.FILTERS::containsKey));
        app.assign(
                StreamSupport.stream(call.body().path("mobileAppAssignments").spliterator(), false)
                        .map(one -> json.convertValue(one, MAP))
                        .toList(),
                clock.instant());
        return new GraphReply(204, Map.of(), "");
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

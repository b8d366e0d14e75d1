package io.patchbay.simulator.graph;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.intune.App;
import io.patchbay.simulator.intune.AppBodies;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.IntuneApplications;
import io.patchbay.simulator.intune.UploadedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications in Intune: entra.md 4.3. */
@SimulatorComponent
final class AppRoutes implements Routes {
    private static final String APPS = "/deviceAppManagement/mobileApps";
    private static final String APP = APPS + "/{app}";
    private static final String VERSIONS = APP + "/microsoft.graph.win32LobApp/contentVersions";
    private static final String FILE = VERSIONS + "/{version}/files/{file}";
    private static final Access READ =
            Access.intune("DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All");
    private static final Access WRITE = Access.intune("DeviceManagementApps.ReadWrite.All");
    private static final int PAGE = 50;
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final IntuneApplications apps;
    private final Addresses addresses;
    private final JsonMapper json;

    AppRoutes(IntuneApplications apps, Addresses addresses, JsonMapper json) {
        this.apps = apps;
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                read(APPS, AppCall.LIST, this::list),
                write("POST", APPS, AppCall.CREATE, this::create),
                read(APP, AppCall.READ, this::get),
                write("PATCH", APP, null, this::change),
                write("DELETE", APP, AppCall.DELETE, this::delete),
                write("POST", VERSIONS, AppCall.CONTENT_VERSION, this::newVersion),
                write("POST", VERSIONS + "/{version}/files", AppCall.FILE, this::newFile),
                read(FILE, null, this::file),
                write("POST", FILE + "/renewUpload", AppCall.RENEW, this::renew),
                write("POST", FILE + "/commit", null, this::commit),
                write("POST", APP + "/assign", AppCall.ASSIGN, this::assign),
                read(APP + "/assignments", AppCall.READ, this::assignments),
                read(APP + "/categories", AppCall.READ, this::categoriesOf),
                write("POST", APP + "/categories/$ref", AppCall.CATEGORIES, this::categorise),
                write("DELETE", APP + "/categories/{category}/$ref", AppCall.CATEGORIES, this::uncategorise),
                read("/deviceAppManagement/mobileAppCategories", null, AppRoutes::categories),
                Route.get(
                        "/beta/deviceManagement/roleScopeTags",
                        Access.intune(
                                "DeviceManagementRBAC.Read.All",
                                "DeviceManagementRBAC.ReadWrite.All",
                                "DeviceManagementConfiguration.Read.All"),
                        AppRoutes::scopeTags),
                Route.get(
                        "/beta/deviceManagement/assignmentFilters",
                        Access.intune("DeviceManagementConfiguration.Read.All"),
                        AppRoutes::filters));
    }

    private Route read(String pattern, @Nullable AppCall call, Function<GraphCall, GraphReply> handler) {
        return Route.get(pattern, READ, limited(false, call, handler));
    }

    private Route write(
            String method, String pattern, @Nullable AppCall call, Function<GraphCall, GraphReply> handler) {
        return Route.of(method, pattern, WRITE, limited(true, call, handler));
    }

    private Function<GraphCall, GraphReply> limited(
            boolean write, @Nullable AppCall kind, Function<GraphCall, GraphReply> handler) {
        return call -> {
            long wait = apps.faults().throttle(write);
            if (wait > 0) {
                throw tooMany(wait);
            }
            return kind == null ? handler.apply(call) : faulty(kind, call, handler);
        };
    }

    private static GraphException tooMany(long seconds) {
        return new GraphException(
                429, "TooManyRequests", "Too many requests.", Map.of("Retry-After", String.valueOf(seconds)));
    }

    private GraphReply faulty(AppCall kind, GraphCall call, Function<GraphCall, GraphReply> handler) {
        Optional<AppFault> fault = apps.faults().next(kind);
        if (fault.isEmpty()) {
            return handler.apply(call);
        }
        switch (fault.get()) {
            case TOO_MANY -> throw tooMany(1);
            case SERVER_ERROR -> throw new GraphException(500, "InternalServerError", "An error has occurred");
            case UNAVAILABLE -> throw new GraphException(503, "ServiceUnavailable", "Service unavailable");
            case NOT_FOUND -> throw GraphException.notFound(call.segment("app"));
            case REFUSED -> throw GraphException.badRequest(intune("The request is not valid."));
            case APPROVAL_REQUIRED ->
                throw new GraphException(
                        403,
                        "Forbidden",
                        intune("Multi Admin Approval is enabled for this resource: an approval is required. Add the"
                                + " header x-msft-approval-justification."));
            case DONE_BUT_UNANSWERED -> {
                handler.apply(call);
                throw new GraphException(504, "GatewayTimeout", "The gateway did not receive a response in time.");
            }
            default -> throw new IllegalStateException(fault.get() + " is none of " + kind);
        }
    }

    private static String intune(String message) {
        return "{\"_version\":3,\"Message\":\"" + message
                + " - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: "
                + UUID.randomUUID()
                + " - Url: https://fef.msua09.manage.microsoft.com/\",\"CustomApiErrorPhrase\":\"\"}";
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

    private App app(GraphCall call) {
        return apps.find(call.tenant(), call.segment("app"))
                .orElseThrow(() -> new GraphException(
                        404,
                        "ResourceNotFound",
                        intune("Resource with id " + call.segment("app") + " was not found.")));
    }

    private GraphReply get(GraphCall call) {
        return GraphReply.ok(apps.describe(app(call), "assignments".equals(call.option("$expand"))));
    }

    private GraphReply create(GraphCall call) {
        require(AppBodies.problem(call.body()));
        App app = apps.create(call.tenant(), json.convertValue(call.body(), MAP));
        return new GraphReply(201, Map.of(), apps.describe(app, false));
    }

    private static void require(String problem) {
        if (!problem.isEmpty()) {
            throw GraphException.badRequest(intune(problem));
        }
    }

    private GraphReply change(GraphCall call) {
        JsonNode version = call.body().path("committedContentVersion");
        return version.isMissingNode()
                ? faulty(AppCall.UPDATE, call, this::update)
                : faulty(AppCall.USE_CONTENT, call, this::useContent);
    }

    private GraphReply update(GraphCall call) {
        App app = app(call);
        require(AppBodies.problemOfChange(call.body()));
        apps.change(app, json.convertValue(call.body(), MAP));
        return GraphReply.ok(apps.describe(app, false));
    }

    private GraphReply useContent(GraphCall call) {
        App app = app(call);
        String version = call.body().path("committedContentVersion").asString("");
        boolean committed = app.contents.getOrDefault(version, Map.of()).values().stream()
                .anyMatch(file -> file.state.equals("commitFileSuccess"));
        require(committed ? "" : "The content version is not committed.");
        app.committed = version;
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply delete(GraphCall call) {
        require(
                apps.delete(call.tenant(), app(call))
                        ? ""
                        : "The app cannot be deleted because it is part of a dependency or supersedence relationship.");
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply newVersion(GraphCall call) {
        return new GraphReply(201, Map.of(), Map.of("id", apps.newVersion(app(call))));
    }

    private GraphReply newFile(GraphCall call) {
        App app = app(call);
        String version = call.segment("version");
        long size = call.body().path("size").asLong(0);
        long encrypted = call.body().path("sizeEncrypted").asLong(0);
        require(app.contents.containsKey(version) ? "" : "There is no such content version.");
        require(size > 0 && encrypted > size ? "" : "The sizes are not valid.");
        return new GraphReply(
                201,
                Map.of(),
                describe(apps.newFile(app, version, call.body().path("name").asString(""), size, encrypted)));
    }

    private Map<String, Object> describe(UploadedFile file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@odata.type", "#microsoft.graph.mobileAppContentFile");
        all.put("id", file.id);
        all.put("name", file.name);
        all.put("size", file.size);
        all.put("sizeEncrypted", file.sizeEncrypted);
        all.put("isCommitted", file.state.equals("commitFileSuccess"));
        all.put("uploadState", file.state);
        boolean ready = file.state.equals("azureStorageUriRequestSuccess")
                || file.state.equals("azureStorageUriRenewalSuccess");
        all.put(
                "azureStorageUri",
                ready
                        ? addresses.backChannel() + "/blob/" + file.id + "?sv=2024-11-04&sr=b&sp=rw&sig="
                                + apps.sign(file)
                        : null);
        return all;
    }

    private UploadedFile uploaded(GraphCall call) {
        UploadedFile file = app(call)
                .contents
                .getOrDefault(call.segment("version"), Map.of())
                .get(call.segment("file"));
        if (file == null) {
            throw GraphException.notFound(call.segment("file"));
        }
        return file;
    }

    private GraphReply file(GraphCall call) {
        UploadedFile file = uploaded(call);
        Optional<AppFault> fault = apps.faults().next(AppCall.POLL_FILE);
        if (fault.isPresent() && fault.get() == AppFault.NO_ADDRESS) {
            file.state = "azureStorageUriRequestTimedOut";
            file.next = file.state;
        } else if (fault.isPresent()) {
            throw fault.get() == AppFault.TOO_MANY
                    ? tooMany(1)
                    : new GraphException(503, "ServiceUnavailable", "Service unavailable");
        } else {
            file.poll();
        }
        return GraphReply.ok(describe(file));
    }

    private GraphReply renew(GraphCall call) {
        apps.renew(uploaded(call));
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply commit(GraphCall call) {
        UploadedFile file = uploaded(call);
        Optional<AppFault> fault = apps.faults().next(AppCall.COMMIT);
        if (fault.isPresent() && fault.get() != AppFault.COMMIT_FAILED) {
            throw fault.get() == AppFault.TOO_MANY
                    ? tooMany(1)
                    : new GraphException(503, "ServiceUnavailable", "Service unavailable");
        }
        apps.committing(file, call.body().path("fileEncryptionInfo"), fault.isEmpty());
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply assign(GraphCall call) {
        App app = app(call);
        JsonNode wanted = call.body().path("mobileAppAssignments");
        require(wanted.isArray() ? "" : "The mobileAppAssignments are missing.");
        require(app.committed == null ? "The app is not published." : "");
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
        require(
                List.of("required", "available", "uninstall", "availableWithoutEnrollment")
                                .contains(assignment.path("intent").asString(""))
                        ? ""
                        : "The intent is not valid.");
        String group = target.path("groupId").asString("");
        String type = target.path("@odata.type").asString("").replace("#microsoft.graph.", "");
        boolean ofGroup = Set.of("groupAssignmentTarget", "exclusionGroupAssignmentTarget")
                .contains(type);
        require(
                ofGroup
                                || Set.of("allLicensedUsersAssignmentTarget", "allDevicesAssignmentTarget")
                                        .contains(type)
                        ? ""
                        : "The target is not valid.");
        boolean there = call.tenant().groups().all().stream()
                .anyMatch(one -> one.id().toString().equals(group));
        require(!ofGroup || there ? "" : "The group " + group + " was not found in the directory.");
    }

    private GraphReply assignments(GraphCall call) {
        return GraphReply.ok(Map.of("value", apps.describeAssignments(app(call))));
    }

    private GraphReply categoriesOf(GraphCall call) {
        List<Map<String, Object>> found = app(call).categories.stream()
                .map(id -> Map.<String, Object>of("id", id, "displayName", CATEGORIES.get(id)))
                .toList();
        return new ODataPage("mobileAppCategories", 100, 1000).of(call, found);
    }

    private GraphReply categorise(GraphCall call) {
        String reference = call.body().path("@odata.id").asString("");
        String id = reference.substring(reference.lastIndexOf('/') + 1);
        require(reference.contains("/mobileAppCategories/") && CATEGORIES.containsKey(id) ? "" : "No such category.");
        app(call).categories.add(id);
        return new GraphReply(204, Map.of(), "");
    }

    private GraphReply uncategorise(GraphCall call) {
        app(call).categories.remove(call.segment("category"));
        return new GraphReply(204, Map.of(), "");
    }

    private static final Map<String, String> CATEGORIES = new LinkedHashMap<>(Map.of(
            "ed899483-3019-425e-a470-28e901b9790e", "Productivity",
            "f1b1cb53-8e1c-4a8d-9ff0-6e0a4d2a1c07", "Computer management",
            "5dcd73a4-6b3c-4d0b-8a0b-0bfe3d5b8f5a", "Development & Design"));

    private static GraphReply categories(GraphCall call) {
        return named(call, CATEGORIES, "deviceAppManagement/mobileAppCategories");
    }

    private static GraphReply scopeTags(GraphCall call) {
        return named(call, Map.of("0", "Default", "2", "Helsinki"), "deviceManagement/roleScopeTags");
    }

    private static GraphReply filters(GraphCall call) {
        return named(
                call,
                Map.of("7d2f1e0a-3c55-4b7e-8a11-0d9c6b1f2e3d", "Windows 11 only"),
                "deviceManagement/assignmentFilters");
    }

    private static GraphReply named(GraphCall call, Map<String, String> names, String context) {
        return new ODataPage(context, 100, 1000)
                .of(
                        call,
                        names.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(one -> Map.<String, Object>of("id", one.getKey(), "displayName", one.getValue()))
                                .toList());
    }
}

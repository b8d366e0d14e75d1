package io.patchbay.simulator.graph;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.AppFaults;
import io.patchbay.simulator.intune.ContentVersion;
import io.patchbay.simulator.intune.Contents;
import io.patchbay.simulator.intune.UploadedFile;
import io.patchbay.simulator.schema.ContentBodies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The content of applications in Intune: entra.md 4.3. */
@SimulatorComponent
final class ContentRoutes implements Routes {
    private static final String VERSIONS =
            "/deviceAppManagement/mobileApps/{app}/microsoft.graph.win32LobApp/contentVersions";

    private static final int PAGE = 100;

    private final Contents contents;
    private final AppFaults faults;
    private final IntuneCalls calls;
    private final Addresses addresses;

    ContentRoutes(Contents contents, AppFaults faults, IntuneCalls calls, Addresses addresses) {
        this.contents = contents;
        this.faults = faults;
        this.calls = calls;
        this.addresses = addresses;
    }

    @Override
    public List<Route> routes() {
        return Stream.of("/beta", "").flatMap(this::routes).toList();
    }

    private Stream<Route> routes(String version) {
        String versions = version + VERSIONS;
        String files = versions + "/{version}/files";
        String file = files + "/{file}";
        return Stream.of(
                calls.read(versions, null, this::versions),
                calls.write("POST", versions, AppCall.CONTENT_VERSION, this::newVersion),
                calls.read(versions + "/{version}", null, this::version),
                calls.read(files, null, this::files),
                calls.write("POST", files, AppCall.FILE, this::newFile),
                calls.read(file, null, this::file),
                calls.write("POST", file + "/renewUpload", null, this::renew),
                calls.write("POST", file + "/commit", null, this::commit));
    }

    private GraphReply versions(GraphCall call) {
        return new ODataPage("deviceAppManagement/mobileApps/contentVersions", PAGE, PAGE)
                .of(call, calls.app(call).versions(), ContentRoutes::describe);
    }

    private GraphReply version(GraphCall call) {
        return GraphReply.ok(describe(versionOf(call)));
    }

    private ContentVersion versionOf(GraphCall call) {
        return contents.version(
                calls.app(call), call.segment("version"), !call.method().equals("GET"));
    }

    private GraphReply newVersion(GraphCall call) {
        IntuneCalls.require(ContentBodies.problemOfVersion(call.body()));
        return new GraphReply(201, Map.of(), describe(contents.open(calls.app(call))));
    }

    private static Map<String, Object> describe(ContentVersion version) {
        return Map.of("@odata.type", "#microsoft.graph.mobileAppContent", "id", version.id());
    }

    private GraphReply files(GraphCall call) {
        return new ODataPage("deviceAppManagement/mobileApps/contentVersions/files", PAGE, PAGE)
                .of(call, versionOf(call).files(), this::describe);
    }

    private GraphReply newFile(GraphCall call) {
        ContentVersion version = versionOf(call);
        JsonNode body = call.body();
        IntuneCalls.require(ContentBodies.problemOfFile(body));
        UploadedFile file = contents.announce(
                version,
                body.path("name").asString(""),
                body.path("size").asLong(0),
                body.path("sizeEncrypted").asLong(0));
        return new GraphReply(201, Map.of(), describe(file));
    }

    private Map<String, Object> describe(UploadedFile file) {
        UploadedFile.Address address = file.address();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@odata.type", "#microsoft.graph.mobileAppContentFile");
        all.put(
                "azureStorageUri",
                address == null
                        ? null
                        : addresses.storage() + "/blob/" + file.id + "?sv=2024-11-04&sr=b&si=upload&sig="
                                + address.signature());
        all.put("isCommitted", file.isCommitted());
        all.put("id", file.id);
        all.put("createdDateTime", file.created.toString());
        all.put("name", file.name);
        all.put("size", file.size);
        all.put("sizeEncrypted", file.sizeEncrypted);
        all.put(
                "azureStorageUriExpirationDateTime",
                address == null ? null : address.expires().toString());
        all.put("manifest", null);
        all.put("uploadState", file.state());
        all.put("isDependency", false);
        return all;
    }

    private UploadedFile fileOf(GraphCall call) {
        return contents.file(
                calls.app(call),
                call.segment("version"),
                call.segment("file"),
                !call.method().equals("GET"));
    }

    private GraphReply file(GraphCall call) {
        UploadedFile file = fileOf(call);
        if (faults.nextIf(AppCall.POLL_FILE, AppFault.NO_ADDRESS).isPresent()) {
            contents.giveUp(file);
            return GraphReply.ok(describe(file));
        }
        return calls.faulty(AppCall.POLL_FILE, call, same -> {
            contents.poll(file);
            return GraphReply.ok(describe(file));
        });
    }

    private GraphReply renew(GraphCall call) {
        UploadedFile file = fileOf(call);
        return after(AppCall.RENEW, AppFault.RENEWAL_FAILED, call, good -> contents.renew(file, good));
    }

    private GraphReply commit(GraphCall call) {
        UploadedFile file = fileOf(call);
        JsonNode info = call.body().path("fileEncryptionInfo");
        IntuneCalls.require(ContentBodies.problemOfCommit(call.body()));
        Optional<AppFault> pending = faults.nextIf(AppCall.COMMIT, AppFault.COMMIT_PENDING);
        return pending.isPresent()
                ? done(() -> contents.commitForEver(file))
                : after(AppCall.COMMIT, AppFault.COMMIT_FAILED, call, good -> contents.commit(file, info, good));
    }

    /** Does it, well or, if that fault has hit it, badly; another fault may come instead of it or after it. */
    private GraphReply after(AppCall kind, AppFault bad, GraphCall call, Consumer<Boolean> action) {
        Optional<AppFault> fault = faults.nextIf(kind, bad);
        if (fault.isPresent()) {
            return done(() -> action.accept(false));
        }
        return calls.faulty(kind, call, same -> done(() -> action.accept(true)));
    }

    private static GraphReply done(Runnable action) {
        action.run();
        return new GraphReply(204, Map.of(), "");
    }
}

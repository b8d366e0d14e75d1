package io.patchbay.simulator.graph;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.intune.App;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.IntuneApplications;
import io.patchbay.simulator.intune.UploadedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of applications in Intune: entra.md 4.3. */
@SimulatorComponent
final class ContentRoutes implements Routes {
    private static final String VERSIONS =
            "/beta/deviceAppManagement/mobileApps/{app}/microsoft.graph.win32LobApp/contentVersions";
    private static final String FILE = VERSIONS + "/{version}/files/{file}";

    private final IntuneApplications apps;
    private final IntuneCalls calls;
    private final Addresses addresses;

    ContentRoutes(IntuneApplications apps, IntuneCalls calls, Addresses addresses) {
        this.apps = apps;
        this.calls = calls;
        this.addresses = addresses;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                calls.write("POST", VERSIONS, AppCall.CONTENT_VERSION, this::newVersion),
                calls.write("POST", VERSIONS + "/{version}/files", AppCall.FILE, this::newFile),
                calls.read(FILE, null, this::file),
                calls.write("POST", FILE + "/renewUpload", AppCall.RENEW, this::renew),
                calls.write("POST", FILE + "/commit", null, this::commit));
    }

    private GraphReply newVersion(GraphCall call) {
        return new GraphReply(201, Map.of(), Map.of("id", apps.newVersion(calls.app(call))));
    }

    private GraphReply newFile(GraphCall call) {
        App app = calls.app(call);
        String version = call.segment("version");
        long size = call.body().path("size").asLong(0);
        long encrypted = call.body().path("sizeEncrypted").asLong(0);
        IntuneCalls.require(app.contents.containsKey(version) ? "" : "There is no such content version.");
        IntuneCalls.require(size > 0 && encrypted > size ? "" : "The sizes are not valid.");
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
        UploadedFile file = calls.app(call)
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
                    ? IntuneCalls.tooMany(1)
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
                    ? IntuneCalls.tooMany(1)
                    : new GraphException(503, "ServiceUnavailable", "Service unavailable");
        }
        apps.committing(file, call.body().path("fileEncryptionInfo"), fault.isEmpty());
        return new GraphReply(204, Map.of(), "");
    }
}

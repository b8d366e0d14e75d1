package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.graph.Graph;
import io.patchbay.microsoft.graph.GraphOutcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The applications in a tenant's Intune. Needs {@code DeviceManagementApps.ReadWrite.All}. */
@Component
public class IntuneApps {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Graph graph;
    private final IntuneApi api;
    private final ThrottleGate pace;
    private final URI base;

    IntuneApps(Graph graph, IntuneApi api, ThrottleGate pace, MicrosoftProperties properties) {
        this.graph = graph;
        this.api = api;
        this.pace = pace;
        this.base = properties.graphBeta();
    }

    /** All Win32 applications, with their assignments. */
    public GraphOutcome<List<IntuneApp>> all(UUID tenant) {
        return read(tenant, bearer -> {
            var all = new ArrayList<IntuneApp>();
            var page = api.apps(bearer);
            page.value().forEach(app -> all.add(app.view()));
            while (page.nextLink() != null) {
                page = api.more(own(page.nextLink()), bearer);
                page.value().forEach(app -> all.add(app.view()));
            }
            return all;
        });
    }

    /** The token goes to Graph and to nobody else. */
    private URI own(String nextLink) {
        var uri = URI.create(nextLink);
        if (!base.getScheme().equals(uri.getScheme()) || !base.getAuthority().equals(uri.getAuthority())) {
            throw new RestClientException("The next page is said to be at another host");
        }
        return uri;
    }

    /** One application, empty where there is none of that identifier any more. */
    public GraphOutcome<Optional<IntuneApp>> find(UUID tenant, String app) {
        GraphOutcome<Optional<IntuneApp>> outcome =
                read(tenant, bearer -> Optional.of(api.app(bearer, app).view()));
        return gone(outcome) ? new GraphOutcome.Answered<>(Optional.empty()) : outcome;
    }

    /** Makes an application, without content yet; its identifier. Not to be repeated without looking for it first. */
    public GraphOutcome<String> create(UUID tenant, Win32App app) {
        return write(tenant, bearer -> api.create(bearer, app.json()).id());
    }

    /** Changes what an application is, but not its content. */
    public GraphOutcome<Boolean> change(UUID tenant, String id, Win32App app) {
        return done(tenant, bearer -> api.change(bearer, id, app.json()));
    }

    /** Deletes an application; that it is gone already is success too. */
    public GraphOutcome<Boolean> delete(UUID tenant, String app) {
        var outcome = done(tenant, bearer -> api.delete(bearer, app));
        return gone(outcome) ? new GraphOutcome.Answered<>(true) : outcome;
    }

    /** Opens a new version of the content; its identifier. One that is never used does no harm. */
    public GraphOutcome<String> newContentVersion(UUID tenant, String app) {
        return write(tenant, bearer -> api.newVersion(bearer, app, Map.of()).id());
    }

    /** Announces a file of a content version. */
    public GraphOutcome<ContentFile> newFile(UUID tenant, String app, String version, long size, long sizeEncrypted) {
        Map<String, Object> file = Map.of(
                "@odata.type",
                "#microsoft.graph.mobileAppContentFile",
                "name",
                "IntunePackage.intunewin",
                "size",
                size,
                "sizeEncrypted",
                sizeEncrypted,
                "isDependency",
                false);
        return write(tenant, bearer -> api.newFile(bearer, app, version, file).view());
    }

    /** How far a file is. */
    public GraphOutcome<ContentFile> file(UUID tenant, String app, String version, String file) {
        return read(tenant, bearer -> api.file(bearer, app, version, file).view());
    }

    /** Asks for a new address to upload to; {@link #file} tells when it is there. */
    public GraphOutcome<Boolean> renewUpload(UUID tenant, String app, String version, String file) {
        return done(tenant, bearer -> api.renew(bearer, app, version, file));
    }

    /** Has Intune decrypt and check what was uploaded; {@link #file} tells when it has. */
    public GraphOutcome<Boolean> commit(UUID tenant, String app, String version, String file, EncryptionInfo info) {
        Map<String, Object> keys = Map.of(
                "encryptionKey",
                BASE64.encodeToString(info.encryptionKey()),
                "macKey",
                BASE64.encodeToString(info.macKey()),
                "initializationVector",
                BASE64.encodeToString(info.initializationVector()),
                "mac",
                BASE64.encodeToString(info.mac()),
                "profileIdentifier",
                "ProfileVersion1",
                "fileDigest",
                BASE64.encodeToString(info.fileDigest()),
                "fileDigestAlgorithm",
                "SHA256");
        return done(tenant, bearer -> api.commit(bearer, app, version, file, Map.of("fileEncryptionInfo", keys)));
    }

    /** Makes a committed content version the application's content. */
    public GraphOutcome<Boolean> useContent(UUID tenant, String app, String version) {
        return done(
                tenant,
                bearer -> api.change(
                        bearer, app, Map.of("@odata.type", Win32App.TYPE, "committedContentVersion", version)));
    }

    /** Gives the application to exactly these; none takes it from everybody, and uninstalls nothing. */
    public GraphOutcome<Boolean> assign(UUID tenant, String app, List<? extends IntuneAssignment> assignments) {
        var json = assignments.stream().map(IntuneAssignment::json).toList();
        return done(tenant, bearer -> api.assign(bearer, app, Map.of("mobileAppAssignments", json)));
    }

    /** Puts the application into exactly these categories. */
    public GraphOutcome<Boolean> categorize(UUID tenant, String app, List<String> categories) {
        return done(tenant, bearer -> {
            var there = api.categoriesOf(bearer, app).value().stream()
                    .map(IntuneApi.Category::id)
                    .toList();
            there.stream().filter(one -> !categories.contains(one)).forEach(one -> api.uncategorize(bearer, app, one));
            categories.stream()
                    .filter(one -> !there.contains(one))
                    .forEach(one -> api.categorize(bearer, app, reference(one)));
        });
    }

    private Map<String, Object> reference(String category) {
        return Map.of("@odata.id", base + "/deviceAppManagement/mobileAppCategories/" + category);
    }

    private <T> GraphOutcome<T> read(UUID tenant, Function<String, T> request) {
        return pace.keep(tenant, false, () -> graph.call(tenant, request));
    }

    private <T> GraphOutcome<T> write(UUID tenant, Function<String, T> request) {
        return pace.keep(tenant, true, () -> graph.call(tenant, request));
    }

    private GraphOutcome<Boolean> done(UUID tenant, Consumer<String> request) {
        return write(tenant, bearer -> {
            request.accept(bearer);
            return true;
        });
    }

    private static boolean gone(GraphOutcome<?> outcome) {
        return outcome instanceof GraphOutcome.Failed<?>(var status, var code, var message)
                && status == HttpStatus.NOT_FOUND.value();
    }
}

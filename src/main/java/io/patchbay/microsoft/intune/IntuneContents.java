package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.graph.GraphOutcome;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The contents of applications in a tenant's Intune: their versions and files. */
@Component
public class IntuneContents {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final PacedGraph graph;
    private final IntuneApi api;

    IntuneContents(PacedGraph graph, @Qualifier("intuneApi") IntuneApi api) {
        this.graph = graph;
        this.api = api;
    }

    /** The versions of an application's content, oldest first. */
    public GraphOutcome<List<String>> versions(UUID tenant, String app) {
        return graph.read(
                tenant,
                bearer -> api.versions(bearer, app).value().stream()
                        .map(IntuneApi.Created::id)
                        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .toList());
    }

    /** The files of a content version. */
    public GraphOutcome<List<ContentFile>> files(UUID tenant, String app, String version) {
        return graph.read(
                tenant,
                bearer -> api.files(bearer, app, version).value().stream()
                        .map(IntuneApi.File::view)
                        .toList());
    }

    /**
     * Opens a new version of the content; its identifier. One that is never used does no harm, but none is opened before the
     * first came into use (intune-in-the-field P2).
     */
    public GraphOutcome<String> newContentVersion(UUID tenant, String app) {
        return graph.write(
                tenant, bearer -> api.newVersion(bearer, app, Map.of()).id());
    }

    /** Announces a file of a content version, which is only whole with all its files (intune-in-the-field P3). */
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
        return graph.write(
                tenant, bearer -> api.newFile(bearer, app, version, file).view());
    }

    /** How far a file is. */
    public GraphOutcome<ContentFile> file(UUID tenant, String app, String version, String file) {
        return graph.read(tenant, bearer -> api.file(bearer, app, version, file).view());
    }

    /** Asks for a new address to upload to; {@link #file} tells when it is there. */
    public GraphOutcome<Boolean> renewUpload(UUID tenant, String app, String version, String file) {
        return graph.done(tenant, bearer -> api.renew(bearer, app, version, file));
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
        return graph.done(tenant, bearer -> api.commit(bearer, app, version, file, Map.of("fileEncryptionInfo", keys)));
    }
}

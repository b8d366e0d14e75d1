package io.patchbay.simulator.intune;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Intune requires of what is said of a content: a version, a file, the keys to it. */
public final class ContentBodies {
    private static final Set<String> FILE =
            Set.of("@odata.type", "name", "size", "sizeEncrypted", "manifest", "isDependency");

    private ContentBodies() {}

    /** What is wrong with a content version; empty where nothing is. */
    public static String problemOfVersion(JsonNode body) {
        return AppBodies.unknown(body, "mobileAppContent", Set.of("@odata.type"));
    }

    /** What is wrong with a file; empty where nothing is. */
    public static String problemOfFile(JsonNode body) {
        String unknown = AppBodies.unknown(body, "mobileAppContentFile", FILE);
        if (!unknown.isEmpty()) {
            return unknown;
        }
        long size = body.path("size").asLong(0);
        long encrypted = body.path("sizeEncrypted").asLong(0);
        return size > 0 && encrypted > size ? "" : "The sizes are not valid.";
    }

    /** What is wrong with the keys of a file; empty where nothing is. */
    public static String problemOfCommit(JsonNode body) {
        return body.path("fileEncryptionInfo").isObject() ? "" : "The fileEncryptionInfo property is required.";
    }
}

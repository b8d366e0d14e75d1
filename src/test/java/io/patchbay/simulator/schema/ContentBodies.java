package io.patchbay.simulator.schema;

import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** What Intune requires of what is said of a content: a version, a file, the keys to it. */
public final class ContentBodies {
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 16;
    private static final int NAME = 500;

    /** Intune takes Win32 contents of up to 30 GB. */
    private static final long SIZE_AT_MOST = 30L * 1024 * 1024 * 1024;

    private static final Schema VERSION = Schema.of("mobileAppContent");

    private static final Schema FILE = Schema.of("mobileAppContentFile")
            .text("name", NAME)
            .number("size", 1, SIZE_AT_MOST)
            .number("sizeEncrypted", 1, SIZE_AT_MOST)
            .base64("manifest")
            .flag("isDependency")
            .required("name", "size", "sizeEncrypted")
            .rule(file ->
                    file.path("sizeEncrypted").asLong(0) > file.path("size").asLong(0)
                            ? ""
                            : "The sizes are not valid.");

    private static final Schema KEYS = Schema.of("fileEncryptionInfo")
            .property("encryptionKey", value -> bytes(value, KEY_BYTES))
            .property("initializationVector", value -> bytes(value, IV_BYTES))
            .property("mac", value -> bytes(value, KEY_BYTES))
            .property("macKey", value -> bytes(value, KEY_BYTES))
            .choice("profileIdentifier", "ProfileVersion1")
            .property("fileDigest", value -> bytes(value, KEY_BYTES))
            .choice("fileDigestAlgorithm", "SHA256")
            .required(
                    "encryptionKey",
                    "initializationVector",
                    "mac",
                    "macKey",
                    "profileIdentifier",
                    "fileDigest",
                    "fileDigestAlgorithm");

    private static final Schema COMMIT =
            Schema.of("commit").object("fileEncryptionInfo", KEYS).required("fileEncryptionInfo");

    private ContentBodies() {}

    private static String bytes(JsonNode value, int length) {
        try {
            return Base64.getDecoder().decode(value.asString("")).length == length
                    ? ""
                    : length + " bytes are expected.";
        } catch (IllegalArgumentException notBase64) {
            return "a Base64 encoded string is expected.";
        }
    }

    /** What is wrong with a content version; empty where nothing is. */
    public static String problemOfVersion(JsonNode body) {
        return VERSION.problem(body);
    }

    /** What is wrong with a file; empty where nothing is. */
    public static String problemOfFile(JsonNode body) {
        return FILE.problem(body);
    }

    /** What is wrong with the keys of a file; empty where nothing is. */
    public static String problemOfCommit(JsonNode body) {
        return COMMIT.problem(body);
    }
}

package io.patchbay.microsoft.intune;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Intune finds out whether an application is installed.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-apps-win32lobapprule">win32LobAppRule</a>
 */
public sealed interface DetectionRule {

    /**
     * A product that Windows Installer knows.
     *
     * @param version which it has at least; null for any
     */
    record ProductCode(String code, @Nullable String version) implements DetectionRule {}

    /** A version in a value of the registry that is this one or newer. */
    record RegistryVersion(String key, String value, String version, boolean view32) implements DetectionRule {}

    /** A file or folder that exists. */
    record File(String folder, String name) implements DetectionRule {}

    /** A PowerShell script that writes something and ends with 0 where the application is there. */
    record Script(String content) implements DetectionRule {}

    /** As Graph takes it in {@code rules}. */
    default Map<String, Object> json() {
        var json = new HashMap<String, Object>();
        json.put("ruleType", "detection");
        switch (this) {
            case ProductCode(var code, var version) -> {
                json.put("@odata.type", "#microsoft.graph.win32LobAppProductCodeRule");
                json.put("productCode", code);
                json.put("productVersionOperator", version == null ? "notConfigured" : "greaterThanOrEqual");
                if (version != null) {
                    json.put("productVersion", version);
                }
            }
            case RegistryVersion(var key, var value, var version, var view32) -> {
                registry(json, key, value, view32);
                json.put("operationType", "version");
                json.put("operator", "greaterThanOrEqual");
                json.put("comparisonValue", version);
            }
            case File(var folder, var name) -> {
                json.put("@odata.type", "#microsoft.graph.win32LobAppFileSystemRule");
                json.put("path", folder);
                json.put("fileOrFolderName", name);
                json.put("check32BitOn64System", false);
                json.put("operationType", "exists");
                json.put("operator", "notConfigured");
            }
            case Script(var content) -> {
                json.put("@odata.type", "#microsoft.graph.win32LobAppPowerShellScriptRule");
                json.put("scriptContent", encoded(content));
                json.put("enforceSignatureCheck", false);
                json.put("runAs32Bit", false);
                json.put("operationType", "notConfigured");
                json.put("operator", "notConfigured");
            }
        }
        return json;
    }

    /** Windows PowerShell 5.1 takes a script for UTF-8 only if it begins with a byte order mark (intune-in-the-field I8). */
    private static String encoded(String script) {
        var mark = StandardCharsets.US_ASCII.newEncoder().canEncode(script) ? "" : "\uFEFF";
        return Base64.getEncoder().encodeToString((mark + script).getBytes(StandardCharsets.UTF_8));
    }

    private static void registry(Map<String, Object> json, String key, String value, boolean view32) {
        json.put("@odata.type", "#microsoft.graph.win32LobAppRegistryRule");
        json.put("keyPath", key);
        json.put("valueName", value);
        json.put("check32BitOn64System", view32);
    }
}

package io.patchbay.simulator.intune;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Intune requires of an application that it is to make or change. */
public final class AppBodies {
    private static final String TYPE = "@odata.type";
    private static final String PREFIX = "#microsoft.graph.";

    /** What can be written of the type, in the beta version of Graph. */
    private static final Set<String> PROPERTIES = Set.of(
            TYPE,
            "displayName",
            "description",
            "publisher",
            "largeIcon",
            "isFeatured",
            "privacyInformationUrl",
            "informationUrl",
            "owner",
            "developer",
            "notes",
            "roleScopeTagIds",
            "committedContentVersion",
            "fileName",
            "installCommandLine",
            "uninstallCommandLine",
            "applicableArchitectures",
            "allowedArchitectures",
            "minimumSupportedOperatingSystem",
            "minimumFreeDiskSpaceInMB",
            "minimumMemoryInMB",
            "minimumNumberOfProcessors",
            "minimumCpuSpeedInMHz",
            "detectionRules",
            "requirementRules",
            "rules",
            "installExperience",
            "returnCodes",
            "msiInformation",
            "setupFilePath",
            "minimumSupportedWindowsRelease",
            "displayVersion",
            "allowAvailableUninstall");

    private static final Map<String, Set<String>> RULES = Map.of(
            "win32LobAppProductCodeRule",
            Set.of(TYPE, "ruleType", "productCode", "productVersionOperator", "productVersion"),
            "win32LobAppRegistryRule",
            Set.of(
                    TYPE,
                    "ruleType",
                    "keyPath",
                    "valueName",
                    "check32BitOn64System",
                    "operationType",
                    "operator",
                    "comparisonValue"),
            "win32LobAppFileSystemRule",
            Set.of(
                    TYPE,
                    "ruleType",
                    "path",
                    "fileOrFolderName",
                    "check32BitOn64System",
                    "operationType",
                    "operator",
                    "comparisonValue"),
            "win32LobAppPowerShellScriptRule",
            Set.of(
                    TYPE,
                    "ruleType",
                    "displayName",
                    "scriptContent",
                    "enforceSignatureCheck",
                    "runAs32Bit",
                    "runAsAccount",
                    "operationType",
                    "operator",
                    "comparisonValue"));

    private AppBodies() {}

    /** What is wrong with it; empty where nothing is. */
    public static String problem(JsonNode body) {
        if (!"#microsoft.graph.win32LobApp".equals(body.path("@odata.type").asString(""))) {
            return "Cannot create an abstract class.";
        }
        String unknown = unknown(body, "win32LobApp", PROPERTIES);
        if (!unknown.isEmpty()) {
            return unknown;
        }
        for (String field : new String[] {
            "displayName", "publisher", "fileName", "setupFilePath", "installCommandLine", "uninstallCommandLine"
        }) {
            if (body.path(field).asString("").isBlank()) {
                return "The " + field + " property is required.";
            }
        }
        if (!body.path("fileName").asString("").endsWith(".intunewin")) {
            return "The fileName is not valid.";
        }
        return architectures(body) ? rules(body.path("rules")) : "The architectures are not valid.";
    }

    /** What is wrong with a change, which names only what changes; empty where nothing is. */
    public static String problemOfChange(JsonNode body) {
        if (!"#microsoft.graph.win32LobApp".equals(body.path("@odata.type").asString(""))) {
            return "The @odata.type is missing.";
        }
        String unknown = unknown(body, "win32LobApp", PROPERTIES);
        if (!unknown.isEmpty()) {
            return unknown;
        }
        if (body.has("applicableArchitectures") && !architectures(body)) {
            return "The architectures are not valid.";
        }
        return body.path("rules").isMissingNode() ? "" : rules(body.path("rules"));
    }

    private static String rules(JsonNode rules) {
        if (!rules.isArray() || rules.isEmpty()) {
            return "At least one detection rule is required.";
        }
        for (JsonNode rule : rules) {
            String type = rule.path(TYPE).asString("").replace(PREFIX, "");
            if (!RULES.containsKey(type)
                    || !"detection".equals(rule.path("ruleType").asString(""))) {
                return "A rule is not valid.";
            }
            String unknown = unknown(rule, type, RULES.get(type));
            if (!unknown.isEmpty()) {
                return unknown;
            }
        }
        return "";
    }

    /** One of the two says it, and the other one nothing. */
    private static boolean architectures(JsonNode body) {
        String allowed = body.path("allowedArchitectures").asString("");
        String applicable = body.path("applicableArchitectures").asString("");
        return allowed.isEmpty()
                ? Set.of("x86", "x64", "arm", "neutral").containsAll(List.of(applicable.split(",")))
                : "none".equals(applicable) && Set.of("x86", "x64", "arm64").containsAll(List.of(allowed.split(",")));
    }

    static String unknown(JsonNode object, String type, Set<String> known) {
        return object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "The property '" + name + "' does not exist on type 'microsoft.graph." + type
                        + "'. Make sure to only use property names that are defined by the type.")
                .orElse("");
    }
}

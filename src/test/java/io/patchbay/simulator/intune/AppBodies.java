package io.patchbay.simulator.intune;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Intune requires of an application that it is to make or change. */
public final class AppBodies {
    private static final Set<String> RULES = Set.of(
            "#microsoft.graph.win32LobAppProductCodeRule",
            "#microsoft.graph.win32LobAppRegistryRule",
            "#microsoft.graph.win32LobAppFileSystemRule",
            "#microsoft.graph.win32LobAppPowerShellScriptRule");

    private AppBodies() {}

    /** What is wrong with it; empty where nothing is. */
    public static String problem(JsonNode body) {
        if (!"#microsoft.graph.win32LobApp".equals(body.path("@odata.type").asString(""))) {
            return "Cannot create an abstract class.";
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
        for (String architecture :
                body.path("applicableArchitectures").asString("").split(",")) {
            if (!Set.of("x86", "x64", "arm", "arm64", "neutral").contains(architecture.strip())) {
                return "The applicableArchitectures are not valid.";
            }
        }
        return rules(body.path("rules"));
    }

    /** What is wrong with a change, which names only what changes; empty where nothing is. */
    public static String problemOfChange(JsonNode body) {
        if (!"#microsoft.graph.win32LobApp".equals(body.path("@odata.type").asString(""))) {
            return "The @odata.type is missing.";
        }
        return body.path("rules").isMissingNode() ? "" : rules(body.path("rules"));
    }

    private static String rules(JsonNode rules) {
        if (!rules.isArray() || rules.isEmpty()) {
            return "At least one detection rule is required.";
        }
        for (JsonNode rule : rules) {
            if (!RULES.contains(rule.path("@odata.type").asString(""))
                    || !"detection".equals(rule.path("ruleType").asString(""))) {
                return "A rule is not valid.";
            }
        }
        return "";
    }
}

package io.patchbay.simulator.schema;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Intune requires of an application that it is to make or change (learn.microsoft.com: win32LobApp). */
public final class AppBodies {
    private static final int NAME = 500;
    private static final int TEXT = 10_000;
    private static final int LINE = 1024;
    private static final int DAY_IN_MINUTES = 1440;

    /** Role scope tags that there are. */
    private static final Set<String> TAGS = Set.of("0", "2");

    private static final Schema ICON = Schema.of("mimeContent")
            .text("type", NAME)
            .base64("value")
            .required("type", "value")
            .rule(AppBodies::icon);

    private static final Schema EXPERIENCE = Schema.of("win32LobAppInstallExperience")
            .choice("runAsAccount", "system", "user")
            .number("maxRunTimeInMinutes", 1, DAY_IN_MINUTES)
            .choice("deviceRestartBehavior", "basedOnReturnCode", "allow", "suppress", "force")
            .required("runAsAccount");

    private static final Schema RETURN_CODE = Schema.of("win32LobAppReturnCode")
            .number("returnCode", Integer.MIN_VALUE, Integer.MAX_VALUE)
            .choice("type", "failed", "success", "softReboot", "hardReboot", "retry")
            .required("returnCode", "type");

    private static final Schema MSI = Schema.of("win32LobAppMsiInformation")
            .guid("productCode")
            .text("productVersion", NAME)
            .guid("upgradeCode")
            .flag("requiresReboot")
            .choice("packageType", "perMachine", "perUser", "dualPurpose")
            .text("productName", NAME)
            .text("publisher", NAME)
            .required("productCode", "packageType");

    /** In the beta version of Graph. */
    private static final Schema BETA = Schema.of("win32LobApp")
            .typed()
            .text("displayName", NAME)
            .text("description", TEXT)
            .text("publisher", NAME)
            .object("largeIcon", ICON)
            .flag("isFeatured")
            .property("privacyInformationUrl", AppBodies::address)
            .property("informationUrl", AppBodies::address)
            .text("owner", NAME)
            .text("developer", NAME)
            .text("notes", TEXT)
            .list("roleScopeTagIds", tag -> TAGS.contains(tag.asString("")) ? "" : "there is no such scope tag.")
            .text("committedContentVersion", NAME)
            .text("fileName", NAME)
            .text("installCommandLine", LINE)
            .text("uninstallCommandLine", LINE)
            .choices("applicableArchitectures", "none", "x86", "x64")
            .choices("allowedArchitectures", "x86", "x64", "arm64")
            .property("minimumSupportedOperatingSystem", value -> value.isObject() ? "" : "an object is expected.")
            .number("minimumFreeDiskSpaceInMB", 0, Integer.MAX_VALUE)
            .number("minimumMemoryInMB", 0, Integer.MAX_VALUE)
            .number("minimumNumberOfProcessors", 0, Integer.MAX_VALUE)
            .number("minimumCpuSpeedInMHz", 0, Integer.MAX_VALUE)
            .list("rules", RuleSchemas::problem)
            .object("installExperience", EXPERIENCE)
            .list("returnCodes", RETURN_CODE::problem)
            .object("msiInformation", MSI)
            .text("setupFilePath", NAME)
            .choice(
                    "minimumSupportedWindowsRelease",
                    "1607",
                    "1703",
                    "1709",
                    "1803",
                    "1809",
                    "1903",
                    "1909",
                    "2004",
                    "2H20",
                    "21H1",
                    "Windows10_21H2",
                    "Windows10_22H2",
                    "Windows11_21H2",
                    "Windows11_22H2",
                    "Windows11_23H2",
                    "Windows11_24H2",
                    "Windows11_25H2")
            .text("displayVersion", NAME)
            .flag("allowAvailableUninstall")
            .required(
                    "displayName",
                    "publisher",
                    "fileName",
                    "setupFilePath",
                    "installCommandLine",
                    "uninstallCommandLine",
                    "installExperience",
                    "rules")
            .rule(AppBodies::whole);

    /** What only the beta version has. */
    private static final String[] BETA_ONLY = {
        "roleScopeTagIds",
        "allowedArchitectures",
        "minimumSupportedOperatingSystem",
        "displayVersion",
        "allowAvailableUninstall"
    };

    private static final Schema STABLE =
            BETA.without(BETA_ONLY).choices("applicableArchitectures", "none", "x86", "x64", "arm", "neutral");

    private AppBodies() {}

    /** The properties that version 1.0 of Graph does not have, of those that applications are given with. */
    public static Set<String> betaOnly() {
        Set<String> names = new HashSet<>(Set.of(BETA_ONLY));
        names.addAll(Set.of("isAssigned", "dependentAppCount", "supersedingAppCount", "supersededAppCount"));
        return names;
    }

    /** What is wrong with it; empty where nothing is. */
    public static String problem(JsonNode body, boolean beta) {
        return "#microsoft.graph.win32LobApp".equals(body.path("@odata.type").asString(""))
                ? (beta ? BETA : STABLE).problem(body)
                : "Cannot create an abstract class.";
    }

    /** What is wrong with a change, which names only what changes; empty where nothing is. */
    public static String problemOfChange(JsonNode body, boolean beta) {
        String problem = (beta ? BETA : STABLE).problemOfChange(body);
        if (!problem.isEmpty()) {
            return problem;
        }
        for (String name : Set.of("displayName", "publisher", "fileName", "setupFilePath")) {
            if (body.has(name) && body.path(name).asString("").isBlank()) {
                return "The " + name + " property is required.";
            }
        }
        return together(body);
    }

    private static String whole(JsonNode body) {
        if (!body.has("minimumSupportedWindowsRelease") && !body.has("minimumSupportedOperatingSystem")) {
            return "The minimumSupportedWindowsRelease property is required.";
        }
        return body.has("applicableArchitectures")
                ? together(body)
                : "The applicableArchitectures property is required.";
    }

    private static String together(JsonNode body) {
        if (body.has("fileName") && !body.path("fileName").asString("").endsWith(".intunewin")) {
            return "The fileName is not valid.";
        }
        if (body.has("applicableArchitectures") && !architectures(body)) {
            return "The architectures are not valid.";
        }
        Set<Integer> codes = new HashSet<>();
        for (JsonNode code : body.path("returnCodes")) {
            if (!codes.add(code.path("returnCode").asInt(0))) {
                return "The return code " + code.path("returnCode").asInt(0) + " is there more than once.";
            }
        }
        return body.has("rules") ? RuleSchemas.problemOfAll(body.path("rules")) : "";
    }

    /** One of the two says it, and the other one nothing. */
    private static boolean architectures(JsonNode body) {
        return body.path("allowedArchitectures").asString("").isEmpty()
                != "none".equals(body.path("applicableArchitectures").asString(""));
    }

    private static String address(JsonNode value) {
        try {
            String text = value.asString("");
            return text.isEmpty() || URI.create(text).isAbsolute() ? "" : "an absolute address is expected.";
        } catch (IllegalArgumentException notOne) {
            return "an absolute address is expected.";
        }
    }

    /** Intune looks at the picture itself, whatever its type is said to be. */
    private static String icon(JsonNode icon) {
        String bytes =
                new String(Base64.getDecoder().decode(icon.path("value").asString("")), StandardCharsets.ISO_8859_1);
        boolean good = switch (icon.path("type").asString("")) {
            case "image/png" -> bytes.startsWith("\u0089PNG\r\n\u001a\n");
            case "image/jpeg", "image/jpg" -> bytes.startsWith("\u00ff\u00d8\u00ff");
            default -> false;
        };
        return good ? "" : "Icon in invalid format.";
    }
}

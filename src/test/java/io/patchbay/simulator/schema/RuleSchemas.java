package io.patchbay.simulator.schema;

import java.util.Base64;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The rules by which a Win32 application is detected or required (learn.microsoft.com: win32LobAppRule). */
final class RuleSchemas {
    private static final String[] OPERATORS = {
        "notConfigured", "equal", "notEqual", "greaterThan", "greaterThanOrEqual", "lessThan", "lessThanOrEqual"
    };
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+){0,3}");
    private static final Pattern KEY = Pattern.compile(
            "(HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER|HKEY_USERS|HKEY_CLASSES_ROOT|HKEY_CURRENT_CONFIG|HKLM|HKCU|HKU|HKCR)\\\\.+",
            Pattern.CASE_INSENSITIVE);
    private static final int SCRIPT_AT_MOST = 200 * 1024;
    private static final int TEXT = 1024;

    private static final Schema PRODUCT_CODE = rule("win32LobAppProductCodeRule")
            .guid("productCode")
            .choice("productVersionOperator", OPERATORS)
            .text("productVersion", TEXT)
            .required("ruleType", "productCode")
            .rule(RuleSchemas::productCode);

    private static final Schema REGISTRY = rule("win32LobAppRegistryRule")
            .flag("check32BitOn64System")
            .text("keyPath", TEXT)
            .text("valueName", TEXT)
            .choice(
                    "operationType",
                    "notConfigured",
                    "exists",
                    "doesNotExist",
                    "string",
                    "integer",
                    "version",
                    "appVersion")
            .choice("operator", OPERATORS)
            .text("comparisonValue", TEXT)
            .required("ruleType", "keyPath", "operationType")
            .rule(rule -> KEY.matcher(rule.path("keyPath").asString("")).matches()
                    ? comparison(rule)
                    : "The keyPath does not begin with a hive.");

    private static final Schema FILE = rule("win32LobAppFileSystemRule")
            .text("path", TEXT)
            .text("fileOrFolderName", TEXT)
            .flag("check32BitOn64System")
            .choice(
                    "operationType",
                    "notConfigured",
                    "exists",
                    "modifiedDate",
                    "createdDate",
                    "version",
                    "sizeInMB",
                    "doesNotExist",
                    "sizeInBytes",
                    "appVersion")
            .choice("operator", OPERATORS)
            .text("comparisonValue", TEXT)
            .required("ruleType", "path", "fileOrFolderName", "operationType")
            .rule(RuleSchemas::comparison);

    private static final Schema SCRIPT = rule("win32LobAppPowerShellScriptRule")
            .text("displayName", TEXT)
            .flag("enforceSignatureCheck")
            .flag("runAs32Bit")
            .choice("runAsAccount", "system", "user")
            .base64("scriptContent")
            .choice("operationType", "notConfigured", "string", "dateTime", "integer", "float", "version", "boolean")
            .choice("operator", OPERATORS)
            .text("comparisonValue", TEXT)
            .required("ruleType", "scriptContent")
            .rule(RuleSchemas::script);

    private static final Function<JsonNode, String> ONE = Schema.oneOf(PRODUCT_CODE, REGISTRY, FILE, SCRIPT);

    private RuleSchemas() {}

    private static Schema rule(String name) {
        return Schema.of(name).typed().choice("ruleType", "detection", "requirement");
    }

    /** What is wrong with one rule. */
    static String problem(JsonNode rule) {
        return ONE.apply(rule);
    }

    /** What is wrong with all of them together: some detect, and a script does so alone. */
    static String problemOfAll(JsonNode rules) {
        int detecting = 0;
        int scripts = 0;
        for (JsonNode rule : rules) {
            if (rule.path("ruleType").asString("").equals("detection")) {
                detecting++;
                scripts += rule.path("@odata.type").asString("").endsWith("ScriptRule") ? 1 : 0;
            }
        }
        if (detecting == 0) {
            return "At least one detection rule is required.";
        }
        return scripts > 0 && detecting > 1
                ? "A PowerShell script detection rule cannot be combined with other detection rules."
                : "";
    }

    private static String productCode(JsonNode rule) {
        if (rule.path("ruleType").asString("").equals("requirement")) {
            return "A product code rule is not supported as a requirement rule.";
        }
        return compared(
                rule.path("productVersionOperator").asString("notConfigured"),
                rule.path("productVersion").asString(""),
                true);
    }

    private static String comparison(JsonNode rule) {
        String operation = rule.path("operationType").asString("");
        String operator = rule.path("operator").asString("notConfigured");
        String value = rule.path("comparisonValue").asString("");
        if (Set.of("exists", "doesNotExist", "notConfigured").contains(operation)) {
            return operator.equals("notConfigured") && value.isEmpty()
                    ? ""
                    : "The operation '" + operation + "' takes no operator and no value.";
        }
        return operator.equals("notConfigured")
                ? "The operation '" + operation + "' needs an operator."
                : compared(operator, value, operation.endsWith("ersion"));
    }

    /** A version that is compared has to be one: numbers with dots between them (I6). */
    private static String compared(String operator, String value, boolean version) {
        if (operator.equals("notConfigured")) {
            return value.isEmpty() ? "" : "There is a value to compare with, and no operator.";
        }
        if (value.isEmpty()) {
            return "There is an operator, and no value to compare with.";
        }
        return !version || VERSION.matcher(value).matches() ? "" : "The version '" + value + "' is not valid.";
    }

    private static String script(JsonNode rule) {
        if (Base64.getDecoder().decode(rule.path("scriptContent").asString("")).length > SCRIPT_AT_MOST) {
            return "The script is larger than 200 KB.";
        }
        boolean requirement = rule.path("ruleType").asString("").equals("requirement");
        for (String property : Set.of("displayName", "runAsAccount")) {
            boolean said = !rule.path(property).asString("").isEmpty();
            if (said != requirement) {
                return "The property '" + property + "' is for requirement rules only, and required there.";
            }
        }
        String operation = rule.path("operationType").asString("notConfigured");
        String operator = rule.path("operator").asString("notConfigured");
        String value = rule.path("comparisonValue").asString("");
        if (!requirement) {
            return operation.equals("notConfigured") && operator.equals("notConfigured") && value.isEmpty()
                    ? ""
                    : "A detection script takes no operation, operator and value.";
        }
        return compared(operator, value, operation.equals("version"));
    }
}

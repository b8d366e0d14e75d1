package io.patchbay.simulator.schema;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What Intune requires of the assignments of an application (learn.microsoft.com: mobileAppAssignment). */
public final class AssignmentBodies {
    private static final String EXCLUSION = "exclusionGroupAssignmentTarget";
    private static final int NAME = 500;
    private static final int MONTH_IN_MINUTES = 43_200;

    private static final Function<JsonNode, String> TARGET = Schema.oneOf(
            target("groupAssignmentTarget").guid("groupId").required("groupId"),
            target(EXCLUSION).guid("groupId").required("groupId"),
            target("allLicensedUsersAssignmentTarget"),
            target("allDevicesAssignmentTarget"));

    private static final Schema RESTART = Schema.of("win32LobAppRestartSettings")
            .number("gracePeriodInMinutes", 1, MONTH_IN_MINUTES)
            .number("countdownDisplayBeforeRestartInMinutes", 1, MONTH_IN_MINUTES)
            .number("restartNotificationSnoozeDurationInMinutes", 1, MONTH_IN_MINUTES);

    private static final Schema TIMES = Schema.of("mobileAppInstallTimeSettings")
            .flag("useLocalTime")
            .text("startDateTime", NAME)
            .text("deadlineDateTime", NAME);

    private static final Schema UPDATES = Schema.of("win32LobAppAutoUpdateSettings")
            .choice("autoUpdateSupersededAppsState", "notConfigured", "enabled");

    private static final Schema SETTINGS = Schema.of("win32LobAppAssignmentSettings")
            .typed()
            .choice("notifications", "showAll", "showReboot", "hideAll")
            .object("restartSettings", RESTART)
            .object("installTimeSettings", TIMES)
            .choice("deliveryOptimizationPriority", "notConfigured", "foreground")
            .object("autoUpdateSettings", UPDATES);

    private static final Schema ASSIGNMENT = Schema.of("mobileAppAssignment")
            .typed()
            .text("id", NAME)
            .choice("intent", "available", "required", "uninstall", "availableWithoutEnrollment")
            .property("target", TARGET)
            .object("settings", SETTINGS)
            .choice("source", "direct", "policySets")
            .text("sourceId", NAME)
            .required("intent", "target");

    private static final Schema ASSIGN = Schema.of("assign")
            .list("mobileAppAssignments", ASSIGNMENT::problem)
            .required("mobileAppAssignments");

    private AssignmentBodies() {}

    private static Schema target(String name) {
        return Schema.of(name)
                .typed()
                .guid("deviceAndAppManagementAssignmentFilterId")
                .choice("deviceAndAppManagementAssignmentFilterType", "none", "include", "exclude");
    }

    /** What is malformed, for which the real service does not find the right words (P10); empty where nothing is. */
    public static String malformed(JsonNode body) {
        return ASSIGN.problem(body);
    }

    /** What is wrong with assignments that are well-formed; empty where nothing is. */
    public static String problem(JsonNode body, Predicate<String> groupExists, Predicate<String> filterExists) {
        Set<String> targets = new HashSet<>();
        for (JsonNode assignment : body.path("mobileAppAssignments")) {
            JsonNode target = assignment.path("target");
            String group = target.path("groupId").asString("");
            String whom = group.isEmpty() ? target.path("@odata.type").asString("") : group;
            if (!targets.add(whom)) {
                return "The target " + whom + " is there more than once, or both included and excluded.";
            }
            if (!group.isEmpty() && !groupExists.test(group)) {
                return "The group " + group + " was not found in the directory.";
            }
            String problem = exclusion(assignment, target) + filter(target, filterExists) + updates(assignment);
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    /** Who is excluded gets nothing, and so no settings (P12) and no filter. */
    private static String exclusion(JsonNode assignment, JsonNode target) {
        boolean excluded = target.path("@odata.type").asString("").endsWith(EXCLUSION);
        boolean settings = assignment.path("settings").isObject();
        boolean filtered = !target.path("deviceAndAppManagementAssignmentFilterId")
                .asString("")
                .isEmpty();
        return excluded && (settings || filtered) ? "An exclusion takes no settings and no filter." : "";
    }

    private static String filter(JsonNode target, Predicate<String> exists) {
        String filter = target.path("deviceAndAppManagementAssignmentFilterId").asString("");
        String type = target.path("deviceAndAppManagementAssignmentFilterType").asString("none");
        if (filter.isEmpty() != type.equals("none")) {
            return "A filter needs its type, and a type its filter.";
        }
        return filter.isEmpty() || exists.test(filter) ? "" : "The assignment filter " + filter + " was not found.";
    }

    /** Superseded applications are updated only where people installed them by themselves (P14). */
    private static String updates(JsonNode assignment) {
        boolean enabled = assignment
                .at("/settings/autoUpdateSettings/autoUpdateSupersededAppsState")
                .asString("")
                .equals("enabled");
        return enabled && !assignment.path("intent").asString("").startsWith("available")
                ? "The autoUpdateSettings are for available assignments."
                : "";
    }
}

package io.patchbay.microsoft.intune;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom an application goes, and how.
 *
 * @param group the group, for the targets {@link Target#GROUP} and {@link Target#EXCLUDED_GROUP}; null for the others
 * @param filter an assignment filter, null for none
 * @param filterExcludes whether the filter leaves out those whom it finds
 */
public record AppAssignment(
        Intent intent,
        Target target,
        @Nullable UUID group,
        @Nullable String filter,
        boolean filterExcludes) implements IntuneAssignment {

    /** What is to happen with the application. */
    public enum Intent {
        REQUIRED,
        AVAILABLE,
        UNINSTALL;

        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whom it concerns. */
    public enum Target {
        GROUP("groupAssignmentTarget"),
        EXCLUDED_GROUP("exclusionGroupAssignmentTarget"),
        ALL_USERS("allLicensedUsersAssignmentTarget"),
        ALL_DEVICES("allDevicesAssignmentTarget");

        private final String type;

        Target(String type) {
            this.type = "#microsoft.graph." + type;
        }

        String type() {
            return type;
        }

        /** Whether it names a group. */
        public boolean ofGroup() {
            return this == GROUP || this == EXCLUDED_GROUP;
        }
    }

    @Override
    public @Nullable UUID groupId() {
        return group;
    }

    @Override
    public boolean available() {
        return intent == Intent.AVAILABLE && target != Target.EXCLUDED_GROUP;
    }

    @Override
    public Map<String, Object> json() {
        var aim = new HashMap<String, Object>();
        aim.put("@odata.type", target.type());
        if (group != null) {
            aim.put("groupId", group.toString());
        }
        if (filter != null) {
            aim.put("deviceAndAppManagementAssignmentFilterId", filter);
            aim.put("deviceAndAppManagementAssignmentFilterType", filterExcludes ? "exclude" : "include");
        }
        var json = new HashMap<String, Object>();
        json.put("@odata.type", "#microsoft.graph.mobileAppAssignment");
        json.put("intent", intent.value());
        json.put("target", aim);
        if (target != Target.EXCLUDED_GROUP) {
            json.put("settings", settings());
        }
        return json;
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "@odata.type",
                "#microsoft.graph.win32LobAppAssignmentSettings",
                "notifications",
                "showAll",
                "deliveryOptimizationPriority",
                "notConfigured");
    }
}

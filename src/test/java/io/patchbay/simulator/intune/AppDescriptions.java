package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Applications as Graph gives them, and as tests see them. */
@SimulatorComponent
public final class AppDescriptions {
    private final Relations relations;
    private final MovableClock clock;
    private final JsonMapper json;

    AppDescriptions(Relations relations, MovableClock clock, JsonMapper json) {
        this.relations = relations;
        this.clock = clock;
        this.json = json;
    }

    /** As the beta version of Graph gives it. */
    public Map<String, Object> describe(App app, boolean withAssignments) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@odata.type", "#microsoft.graph.win32LobApp");
        all.put("id", app.id);
        all.putAll(app.fields());
        all.putIfAbsent("displayVersion", null);
        all.putIfAbsent("notes", "");
        all.putIfAbsent("largeIcon", null);
        all.put("createdDateTime", app.created.toString());
        all.put("lastModifiedDateTime", app.modified().toString());
        all.put("publishingState", app.publishingState(clock.instant()));
        all.put("committedContentVersion", app.committed());
        all.put("isAssigned", !app.assignments().isEmpty());
        all.put("dependentAppCount", relations.count(app.tenant, Relation.Kind.DEPENDENCY, app.id, true));
        all.put("supersedingAppCount", relations.count(app.tenant, Relation.Kind.SUPERSEDENCE, app.id, false));
        all.put("supersededAppCount", relations.count(app.tenant, Relation.Kind.SUPERSEDENCE, app.id, true));
        if (withAssignments) {
            all.put("assignments", describeAssignments(app));
        }
        return all;
    }

    public static List<Map<String, Object>> describeAssignments(App app) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (Map<String, Object> assignment : app.assignments()) {
            Map<String, Object> one = new LinkedHashMap<>(assignment);
            one.remove("@odata.type");
            one.put(
                    "id",
                    UUID.nameUUIDFromBytes((app.id + words(assignment)).getBytes(StandardCharsets.UTF_8)) + "_1_0");
            one.putIfAbsent("settings", null);
            described.add(one);
        }
        return described;
    }

    SimulatedApp snapshot(App app) {
        Map<String, Object> fields = app.fields();
        return new SimulatedApp(
                app.id,
                app.text("displayName"),
                app.text("displayVersion"),
                app.text("notes"),
                app.publishingState(clock.instant()),
                app.committed(),
                app.assignments().stream().map(AppDescriptions::words).toList(),
                app.categories(),
                fields.get("roleScopeTagIds") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(),
                fields.get("largeIcon") instanceof Map<?, ?> icon ? String.valueOf(icon.get("value")) : null,
                app.text("installCommandLine"),
                app.text("uninstallCommandLine"),
                json.writeValueAsString(fields.getOrDefault("rules", List.of())));
    }

    private static String words(Map<String, Object> assignment) {
        Map<?, ?> target = (Map<?, ?>) assignment.get("target");
        String type = String.valueOf(target.get("@odata.type"));
        String whom = switch (type) {
            case "#microsoft.graph.groupAssignmentTarget" -> "group " + target.get("groupId");
            case "#microsoft.graph.exclusionGroupAssignmentTarget" -> "not group " + target.get("groupId");
            case "#microsoft.graph.allLicensedUsersAssignmentTarget" -> "allUsers";
            case "#microsoft.graph.allDevicesAssignmentTarget" -> "allDevices";
            default -> type;
        };
        Object filter = target.get("deviceAndAppManagementAssignmentFilterId");
        return assignment.get("intent") + " " + whom + (filter == null ? "" : " filter " + filter);
    }
}

package io.patchbay.microsoft.intune;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assignment of an application in Intune: one of ours, or one as Graph gave it. */
public sealed interface IntuneAssignment permits AppAssignment, GivenAssignment {

    /** The group it names; null where it names none. */
    @Nullable
    UUID groupId();

    /** Whether people install it themselves from the Company Portal. */
    boolean available();

    /** As Graph takes it. */
    Map<String, Object> json();

    /**
     * As Graph takes it for an application that supersedes others: an available one updates what people installed
     * themselves (intune-in-the-field P14). Graph takes that setting with no other intent.
     */
    default Map<String, Object> json(boolean updatesSuperseded) {
        var json = json();
        if (!available() || (!updatesSuperseded && json.get("settings") == null)) {
            return json;
        }
        var settings = new HashMap<String, Object>();
        if (json.get("settings") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> settings.put(String.valueOf(name), value));
        }
        settings.putIfAbsent("@odata.type", "#microsoft.graph.win32LobAppAssignmentSettings");
        settings.remove("autoUpdateSettings");
        if (updatesSuperseded) {
            settings.put(
                    "autoUpdateSettings",
                    Map.of(
                            "@odata.type",
                            "#microsoft.graph.win32LobAppAutoUpdateSettings",
                            "autoUpdateSupersededAppsState",
                            "enabled"));
        }
        var copy = new HashMap<>(json);
        copy.put("settings", settings);
        return copy;
    }
}

package io.patchbay.microsoft.intune;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assignment as Graph gave it, whoever made it and with whatever settings; it can be given to another application. */
public record GivenAssignment(
        String intent, Map<String, Object> target, @Nullable Map<String, Object> settings) implements IntuneAssignment {

    @Override
    public Map<String, Object> json() {
        var json = new HashMap<String, Object>();
        json.put("@odata.type", "#microsoft.graph.mobileAppAssignment");
        json.put("intent", intent);
        json.put("target", target);
        if (settings != null && !excluding()) {
            json.put("settings", settings);
        }
        return json;
    }

    /** Exclusions carry no settings (intune-in-the-field P12). */
    private boolean excluding() {
        return AppAssignment.Target.EXCLUDED_GROUP.type().equals(target.get("@odata.type"));
    }

    @Override
    public boolean available() {
        return AppAssignment.Intent.AVAILABLE.value().equals(intent) && !excluding();
    }

    @Override
    public @Nullable UUID groupId() {
        return target.get("groupId") instanceof String id ? UUID.fromString(id) : null;
    }
}

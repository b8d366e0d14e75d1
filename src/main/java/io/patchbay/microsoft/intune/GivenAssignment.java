package io.patchbay.microsoft.intune;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assignment as Graph gave it, whoever made it and with whatever settings; it can be given to another application. */
public record GivenAssignment(
        String intent, Map<String, Object> target, @Nullable Map<String, Object> settings) {

    Map<String, Object> json() {
        var json = new HashMap<String, Object>();
        json.put("@odata.type", "#microsoft.graph.mobileAppAssignment");
        json.put("intent", intent);
        json.put("target", target);
        if (settings != null) {
            json.put("settings", settings);
        }
        return json;
    }

    /** The group it names, null where it names none. */
    public @Nullable String group() {
        return target.get("groupId") instanceof String id ? id : null;
    }
}

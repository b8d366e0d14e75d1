package io.patchbay.microsoft.intune;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /** The same as Patchbay makes them; empty where it makes none of that intent or target. */
    public Optional<AppAssignment> known() {
        var wanted = Arrays.stream(AppAssignment.Intent.values())
                .filter(one -> one.value().equals(intent))
                .findFirst();
        var aim = Arrays.stream(AppAssignment.Target.values())
                .filter(one -> one.type().equals(target.get("@odata.type")))
                .findFirst();
        return wanted.isEmpty() || aim.isEmpty()
                ? Optional.empty()
                : Optional.of(new AppAssignment(wanted.get(), aim.get(), groupId(), filter(), excludes()));
    }

    private @Nullable String filter() {
        return target.get("deviceAndAppManagementAssignmentFilterId") instanceof String id && !id.isBlank() ? id : null;
    }

    private boolean excludes() {
        return "exclude".equals(target.get("deviceAndAppManagementAssignmentFilterType"));
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

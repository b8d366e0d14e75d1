package io.patchbay.simulator.intune;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application's state; guarded by its {@link IntuneApplications}. */
public final class App {
    public final String id = UUID.randomUUID().toString();
    public final Map<String, Object> fields = new LinkedHashMap<>();
    public final List<Map<String, Object>> assignments = new ArrayList<>();
    public final Set<String> categories = new LinkedHashSet<>();
    public final Map<String, Map<String, UploadedFile>> contents = new LinkedHashMap<>();
    /** Applications that need this one, which cannot be deleted before them. */
    public final Set<String> neededBy = new LinkedHashSet<>();

    public final Instant created;
    public Instant modified;

    public @Nullable String committed;

    App(Instant now) {
        created = now;
        modified = now;
    }

    String text(String field) {
        return String.valueOf(fields.getOrDefault(field, ""));
    }
}

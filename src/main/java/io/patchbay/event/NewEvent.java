package io.patchbay.event;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, to be appended to the log. Who, when, and under which correlation ID are added there.
 *
 * @param type the kind
 * @param subjects the names that the title speaks of, in its order
 * @param description one sentence for people
 * @param environment the environment concerned, if any
 * @param tenantId the Entra tenant concerned, if any
 * @param details the fields of the type, by name
 */
public record NewEvent(
        EventType type,
        List<String> subjects,
        String description,
        @Nullable EnvironmentId environment,
        @Nullable UUID tenantId,
        Map<String, String> details) {

    /** An event whose title stands for itself. */
    public static NewEvent of(EventType type, String description) {
        return new NewEvent(type, List.of(), description, null, null, Map.of());
    }

    /** An event whose title names somebody. */
    public static NewEvent about(EventType type, String subject, String description) {
        return new NewEvent(type, List.of(subject), description, null, null, Map.of());
    }

    /** An event whose title names two: whom it is about, and who did it. */
    public static NewEvent between(EventType type, String subject, String actor, String description) {
        return new NewEvent(type, List.of(subject, actor), description, null, null, Map.of());
    }

    /** The same in an environment, where there is one. */
    public NewEvent in(@Nullable EnvironmentId id) {
        return new NewEvent(type, subjects, description, id, tenantId, details);
    }

    /** The same about an Entra tenant, where it is known. */
    public NewEvent tenant(@Nullable UUID id) {
        return new NewEvent(type, subjects, description, environment, id, details);
    }

    /**
     * The same with a field; without it where the value is null or empty.
     *
     * @throws IllegalArgumentException for a field that the type does not name
     */
    public NewEvent with(String field, @Nullable Object value) {
        if (!type.fields().contains(field)) {
            throw new IllegalArgumentException(type + " carries no field '" + field + "'");
        }
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        var extended = new LinkedHashMap<>(details);
        extended.put(field, value.toString());
        return new NewEvent(type, subjects, description, environment, tenantId, extended);
    }

    public String title() {
        return type.title().formatted(subjects.toArray());
    }
}

package io.patchbay.event;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, to be appended to the log. Who, when, and under which correlation ID are added there, and title
 * and text are made from {@code messages.properties}.
 *
 * @param variant which of the kind's texts; empty where it has one only
 * @param arguments what title and text speak of, from {@code {1}} on; {@code {0}} is the name of the actor
 * @param environment the environment concerned, if any
 * @param tenantId the Entra tenant concerned, if any
 * @param details the fields of the kind, by name
 */
public record NewEvent(
        EventKind kind,
        String variant,
        List<String> arguments,
        @Nullable EnvironmentId environment,
        @Nullable UUID tenantId,
        Map<String, String> details) {

    /** An event whose title and text speak of these, besides the actor. */
    public static NewEvent of(EventKind kind, Object... arguments) {
        return new NewEvent(
                kind, "", Arrays.stream(arguments).map(Object::toString).toList(), null, null, Map.of());
    }

    /**
     * The same with one of several texts.
     *
     * @throws IllegalArgumentException for a variant that the kind does not name
     */
    public NewEvent variant(String name) {
        if (!kind.variants().contains(name)) {
            throw new IllegalArgumentException(kind + " has no text '" + name + "'");
        }
        return new NewEvent(kind, name, arguments, environment, tenantId, details);
    }

    /** The same in an environment, where there is one. */
    public NewEvent in(@Nullable EnvironmentId id) {
        return new NewEvent(kind, variant, arguments, id, tenantId, details);
    }

    /** The same about an Entra tenant, where it is known. */
    public NewEvent tenant(@Nullable UUID id) {
        return new NewEvent(kind, variant, arguments, environment, id, details);
    }

    /**
     * The same with a field; without it where the value is null or empty.
     *
     * @throws IllegalArgumentException for a field that the kind does not name
     */
    public NewEvent with(String field, @Nullable Object value) {
        if (!kind.fields().contains(field)) {
            throw new IllegalArgumentException(kind + " carries no field '" + field + "'");
        }
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        var extended = new LinkedHashMap<>(details);
        extended.put(field, value.toString());
        return new NewEvent(kind, variant, arguments, environment, tenantId, extended);
    }
}

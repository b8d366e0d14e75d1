package io.patchbay.event.export;

import io.patchbay.event.RecordedEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An event as JSON: the one form for copies, exports, the interface and webhooks. */
@Component
public class EventDocument {

    private final JsonMapper json;

    EventDocument(JsonMapper json) {
        this.json = json;
    }

    /** The event on one line. */
    public String line(RecordedEvent event) {
        return json.writeValueAsString(of(event));
    }

    /** The event for people to read. */
    public String indented(RecordedEvent event) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(of(event));
    }

    public static Map<String, @Nullable Object> of(RecordedEvent event) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("id", event.id().toString());
        fields.put("occurredAt", event.occurredAt().toString());
        fields.put("type", event.type());
        fields.put("title", event.title());
        fields.put("description", event.description());
        fields.put("category", event.category().label());
        fields.put("operation", event.operation().label());
        fields.put("severity", event.severity().label());
        fields.put("user", user(event));
        fields.put("correlationId", event.correlationId());
        fields.put("environmentId", text(event.environmentId()));
        fields.put("tenantId", text(event.tenantId()));
        fields.put("details", new TreeMap<>(event.details()));
        return fields;
    }

    private static Map<String, @Nullable Object> user(RecordedEvent event) {
        var user = new LinkedHashMap<String, @Nullable Object>();
        user.put("kind", event.actorKind());
        user.put("name", event.actorName());
        user.put("email", event.actorEmail());
        user.put("tenantId", text(event.actorTenantId()));
        user.put("objectId", text(event.actorObjectId()));
        user.put("address", event.address());
        user.put("userAgent", event.userAgent());
        return user;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

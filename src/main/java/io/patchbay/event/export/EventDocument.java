package io.patchbay.event.export;

import io.patchbay.event.RecordedEvent;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;

/** An event as JSON: the one form for copies, exports, the interface and webhooks. */
@Component
public class EventDocument {

    private final ObjectWriter line;
    private final ObjectWriter indented;

    EventDocument(JsonMapper json) {
        line = json.writerFor(Content.class);
        indented = line.withDefaultPrettyPrinter();
    }

    /** The event on one line. */
    public String line(RecordedEvent event) {
        return line.writeValueAsString(new Content(event, null));
    }

    /** The event for people to read. */
    public String indented(RecordedEvent event) {
        return indented.writeValueAsString(new Content(event, null));
    }

    /**
     * The event as a part of a larger document.
     *
     * @param cursor its number in the log
     */
    public static Object numbered(RecordedEvent event, long cursor) {
        return new Content(event, cursor);
    }

    /** Written field by field: an export is a million of them, of which maps and reflection would take a third of the time. */
    private record Content(RecordedEvent event, @Nullable Long cursor) implements JacksonSerializable {

        @Override
        public void serialize(JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("id", event.id().toString());
            json.writeStringProperty("occurredAt", event.occurredAt().toString());
            json.writeStringProperty("type", event.type());
            json.writeStringProperty("title", event.title());
            json.writeStringProperty("description", event.description());
            json.writeStringProperty("category", event.category().label());
            json.writeStringProperty("operation", event.operation().label());
            json.writeStringProperty("severity", event.severity().label());
            json.writeObjectPropertyStart("user");
            json.writeStringProperty("kind", event.actorKind());
            json.writeStringProperty("name", event.actorName());
            text(json, "email", event.actorEmail());
            id(json, "tenantId", event.actorTenantId());
            id(json, "objectId", event.actorObjectId());
            text(json, "address", event.address());
            text(json, "userAgent", event.userAgent());
            json.writeEndObject();
            text(json, "correlationId", event.correlationId());
            id(json, "environmentId", event.environmentId());
            id(json, "tenantId", event.tenantId());
            json.writeObjectPropertyStart("details");
            new TreeMap<>(event.details()).forEach((name, value) -> text(json, name, value));
            json.writeEndObject();
            if (cursor != null) {
                json.writeNumberProperty("cursor", cursor);
            }
            json.writeEndObject();
        }

        /** Its type is never written: nobody reads it back. */
        @Override
        public void serializeWithType(JsonGenerator json, SerializationContext context, TypeSerializer type) {
            serialize(json, context);
        }

        private static void id(JsonGenerator json, String name, @Nullable UUID id) {
            text(json, name, id == null ? null : id.toString());
        }

        private static void text(JsonGenerator json, String name, @Nullable String text) {
            if (text == null) {
                json.writeNullProperty(name);
            } else {
                json.writeStringProperty(name, text);
            }
        }
    }
}

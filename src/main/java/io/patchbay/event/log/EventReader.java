package io.patchbay.event.log;

import io.patchbay.event.Category;
import io.patchbay.event.Operation;
import io.patchbay.event.RecordedEvent;
import io.patchbay.event.Severity;
import io.patchbay.platform.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of the event table. */
@Component
public class EventReader implements RowMapper<RecordedEvent> {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final ObjectReader details;

    EventReader(JsonMapper json) {
        details = json.readerFor(DETAILS);
    }

    @Override
    public RecordedEvent mapRow(ResultSet row, int number) throws SQLException {
        return new RecordedEvent(
                row.getObject("event_id", UUID.class),
                Timestamps.instant(row, "occurred_at"),
                row.getString("type"),
                row.getString("title"),
                row.getString("description"),
                Category.valueOf(row.getString("category")),
                Operation.valueOf(row.getString("operation")),
                Severity.valueOf(row.getString("severity")),
                row.getString("actor_kind"),
                row.getString("actor_name"),
                row.getString("actor_email"),
                row.getObject("actor_tenant_id", UUID.class),
                row.getObject("actor_object_id", UUID.class),
                row.getString("address"),
                row.getString("user_agent"),
                row.getString("correlation_id"),
                row.getObject("environment_id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                details.readValue(row.getString("details")));
    }
}

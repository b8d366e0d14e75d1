package io.patchbay.event.log;

import io.patchbay.event.Category;
import io.patchbay.event.Operation;
import io.patchbay.event.RecordedEvent;
import io.patchbay.event.Severity;
import io.patchbay.platform.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads an event from a row whose first columns are {@link #columns}. */
@Component
public class EventReader implements RowMapper<RecordedEvent> {

    private static final List<String> COLUMNS = List.of(
            "event_id",
            "occurred_at",
            "type",
            "title",
            "description",
            "category",
            "operation",
            "severity",
            "actor_kind",
            "actor_name",
            "actor_email",
            "actor_tenant_id",
            "actor_object_id",
            "address",
            "user_agent",
            "correlation_id",
            "environment_id",
            "tenant_id",
            "details");
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final ObjectReader details;

    EventReader(JsonMapper json) {
        details = json.readerFor(DETAILS);
    }

    /**
     * What a query selects first. To look each column up by its name is a fifth of what reading a row takes, and an export
     * reads very many.
     *
     * @param table what the query calls the event table
     */
    public static String columns(String table) {
        return COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    @Override
    public RecordedEvent mapRow(ResultSet row, int number) throws SQLException {
        return new RecordedEvent(
                row.getObject(1, UUID.class),
                Timestamps.instant(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Category.valueOf(row.getString(6)),
                Operation.valueOf(row.getString(7)),
                Severity.valueOf(row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, UUID.class),
                row.getObject(13, UUID.class),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getObject(17, UUID.class),
                row.getObject(18, UUID.class),
                new StoredDetails(row.getString(19), details));
    }
}

package io.patchbay.event;

import io.patchbay.event.EventLog.EventPage;
import io.patchbay.event.EventLog.Position;
import io.patchbay.tenancy.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the event table by keyset: {@code (occurred_at, event_id)}, both found in the event's identifier. */
@Repository
class EventRows {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    EventPage page(CompanyId company, Position position, int size) {
        return switch (position) {
            case Position.Newest() -> older(query(company, "", null, "desc", size + 1), size, false);
            case Position.OlderThan(UUID event) ->
                older(
                        query(company, "and (occurred_at, event_id) < (:at, :event)", event, "desc", size + 1),
                        size,
                        true);
            case Position.NewerThan(UUID event) ->
                newer(query(company, "and (occurred_at, event_id) > (:at, :event)", event, "asc", size + 1), size);
        };
    }

    private static EventPage older(List<RecordedEvent> found, int size, boolean newerExist) {
        var events = found.subList(0, Math.min(size, found.size()));
        return new EventPage(
                List.copyOf(events),
                newerExist && !events.isEmpty() ? events.getFirst().id() : null,
                found.size() > size ? events.getLast().id() : null);
    }

    private static EventPage newer(List<RecordedEvent> found, int size) {
        var events = new ArrayList<>(found.subList(0, Math.min(size, found.size())));
        Collections.reverse(events);
        return new EventPage(
                List.copyOf(events),
                found.size() > size ? events.getFirst().id() : null,
                events.isEmpty() ? null : events.getLast().id());
    }

    private List<RecordedEvent> query(
            CompanyId company,
            String condition,
            @org.jspecify.annotations.Nullable UUID event,
            String order,
            int limit) {
        var statement = jdbc.sql(
                        "select * from event where company_id = :company %s order by occurred_at %s, event_id %s limit :limit"
                                .formatted(condition, order, order))
                .param("company", company.value())
                .param("limit", limit);
        if (event != null) {
            statement = statement.param("at", at(event)).param("event", event);
        }
        return statement.query((rs, row) -> read(rs)).list();
    }

    Optional<RecordedEvent> find(CompanyId company, UUID id) {
        return jdbc.sql("select * from event where company_id = :company and occurred_at = :at and event_id = :event")
                .param("company", company.value())
                .param("at", at(id))
                .param("event", id)
                .query((rs, row) -> read(rs))
                .optional();
    }

    private static OffsetDateTime at(UUID id) {
        return OffsetDateTime.ofInstant(EventLog.instantOf(id), ZoneOffset.UTC);
    }

    private RecordedEvent read(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getObject("event_id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
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
                json.readValue(row.getString("details"), DETAILS));
    }
}

package io.patchbay.event;

import io.patchbay.event.EventLog.EventPage;
import io.patchbay.event.EventLog.Position;
import io.patchbay.tenancy.Actor;
import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.EnvironmentId;
import io.patchbay.tenancy.Identifiers;
import io.patchbay.web.Correlation;
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
    private final Identifiers identifiers;
    private final JsonMapper json;

    EventRows(JdbcClient jdbc, Identifiers identifiers, JsonMapper json) {
        this.jdbc = jdbc;
        this.identifiers = identifiers;
        this.json = json;
    }

    void insert(CompanyId company, Actor actor, NewEvent event) {
        var id = identifiers.next();
        var person = actor instanceof Actor.Human human ? human : null;
        var origin = person == null ? null : person.origin();
        jdbc.sql("""
                insert into event (company_id, occurred_at, event_id, type, title, description, category, operation,
                  severity, actor_kind, actor_name, actor_email, actor_tenant_id, actor_object_id, address, user_agent,
                  correlation_id, environment_id, tenant_id, details)
                values (:company, :at, :id, :type, :title, :description, :category, :operation, :severity, :kind, :name,
                  :email, :actorTenant, :actorObject, :address, :agent, :correlation, :environment, :tenant,
                  :details::jsonb)
                """)
                .param("company", company.value())
                .param("at", at(id))
                .param("id", id)
                .param("type", event.type().name())
                .param("title", event.title())
                .param("description", event.description())
                .param("category", event.type().category().name())
                .param("operation", event.type().operation().name())
                .param("severity", event.type().severity().name())
                .param("kind", actor.kind())
                .param("name", actor.name())
                .param("email", person == null ? null : person.email())
                .param("actorTenant", person == null ? null : person.id().tenantId())
                .param("actorObject", person == null ? null : person.id().objectId())
                .param("address", origin == null ? null : origin.address())
                .param("agent", origin == null ? null : origin.userAgent())
                .param("correlation", Correlation.current().orElse(null))
                .param(
                        "environment",
                        event.environment() == null ? null : event.environment().value())
                .param("tenant", event.tenantId())
                .param("details", json.writeValueAsString(event.details()))
                .update();
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

    List<RecordedEvent> ofEnvironment(CompanyId company, EnvironmentId environment, Category category, int limit) {
        return jdbc.sql("""
                        select * from event where company_id = :company and environment_id = :environment
                          and category = :category order by occurred_at desc, event_id desc limit :limit
                        """)
                .param("company", company.value())
                .param("environment", environment.value())
                .param("category", category.name())
                .param("limit", limit)
                .query((rs, row) -> read(rs))
                .list();
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

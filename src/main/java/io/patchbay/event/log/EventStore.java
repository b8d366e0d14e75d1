package io.patchbay.event.log;

import io.patchbay.event.Category;
import io.patchbay.event.EventFilter;
import io.patchbay.event.EventLog;
import io.patchbay.event.EventLog.EventPage;
import io.patchbay.event.EventLog.Position;
import io.patchbay.event.NewEvent;
import io.patchbay.event.RecordedEvent;
import io.patchbay.event.log.EventSelection.Order;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.problem.UnavailableException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes the event table and reads it by keyset: {@code (occurred_at, event_id)}, both found in the event's identifier. */
@Repository
public class EventStore {

    /** How the database begins its refusal of an event of another time: the name of its function. */
    private static final String OTHER_CLOCK = "event_dated_now:";

    private static final String COLUMNS = EventReader.columns("event");

    private final JdbcClient jdbc;
    private final Identifiers identifiers;
    private final EventTexts texts;
    private final EventReader reader;
    private final EventNotes notes;
    private final JsonMapper json;

    EventStore(
            JdbcClient jdbc,
            Identifiers identifiers,
            EventTexts texts,
            EventReader reader,
            EventNotes notes,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.identifiers = identifiers;
        this.texts = texts;
        this.reader = reader;
        this.notes = notes;
        this.json = json;
    }

    public void insert(NewEvent event) {
        insert(recorded(event));
    }

    private RecordedEvent recorded(NewEvent event) {
        var actor = Current.actor();
        var id = identifiers.next();
        var person = actor instanceof Actor.Human human ? human : null;
        var origin = person == null ? null : person.origin();
        return new RecordedEvent(
                id,
                EventLog.instantOf(id),
                event.kind().name(),
                Redaction.of(texts.title(event, actor)),
                Redaction.of(texts.text(event, actor)),
                event.kind().category(),
                event.kind().operation(),
                event.kind().severity(),
                actor.kind(),
                actor.name(),
                person == null ? null : person.email(),
                person == null ? null : person.id().tenantId(),
                person == null ? null : person.id().objectId(),
                origin == null ? null : origin.address(),
                Redaction.orNull(origin == null ? null : origin.userAgent()),
                Correlation.current().orElse(null),
                event.environment() == null ? null : event.environment().value(),
                event.tenantId(),
                Redaction.of(event.details()));
    }

    private void insert(RecordedEvent event) {
        try {
            write(event);
        } catch (UncategorizedSQLException e) {
            if (String.valueOf(e.getMostSpecificCause().getMessage()).contains(OTHER_CLOCK)) {
                throw new UnavailableException("problem.clocks");
            }
            throw e;
        }
    }

    private void write(RecordedEvent event) {
        jdbc.sql("""
                with noted as (
                  insert into event_unsealed (company_id, event_id, occurred_at, mac) values (:company, :id, :at, :mac))
                insert into event (company_id, occurred_at, event_id, type, title, description, category, operation,
                  severity, actor_kind, actor_name, actor_email, actor_tenant_id, actor_object_id, address, user_agent,
                  correlation_id, environment_id, tenant_id, details)
                values (:company, :at, :id, :type, :title, :description, :category, :operation, :severity, :kind, :name,
                  :email, :actorTenant, :actorObject, :address, :agent, :correlation, :environment, :tenant,
                  :details::jsonb)
                """)
                .param("company", Current.company().value())
                .param("at", Timestamps.utc(event.occurredAt()))
                .param("id", event.id())
                .param("mac", notes.of(event))
                .param("type", event.type())
                .param("title", event.title())
                .param("description", event.description())
                .param("category", event.category().name())
                .param("operation", event.operation().name())
                .param("severity", event.severity().name())
                .param("kind", event.actorKind())
                .param("name", event.actorName())
                .param("email", event.actorEmail())
                .param("actorTenant", event.actorTenantId())
                .param("actorObject", event.actorObjectId())
                .param("address", event.address())
                .param("agent", event.userAgent())
                .param("correlation", event.correlationId())
                .param("environment", event.environmentId())
                .param("tenant", event.tenantId())
                .param("details", json.writeValueAsString(event.details()))
                .update();
    }

    public EventPage page(EventFilter filter, Position position, int size) {
        return page(filter, position, size, EventSpan.WHOLE);
    }

    /**
     * A page that is likely to lie within a span.
     *
     * @param size how many events at the most
     */
    public EventPage page(EventFilter filter, Position position, int size, EventSpan span) {
        var found = found(filter, position, size, span);
        if (found.size() <= size && !span.whole()) {
            found = found(filter, position, size, EventSpan.WHOLE);
        }
        return switch (position) {
            case Position.Newest() -> older(found, size, false);
            case Position.Oldest() -> newer(found, size, false);
            case Position.OlderThan(UUID event) -> older(found, size, true);
            case Position.NewerThan(UUID event) -> newer(found, size, true);
        };
    }

    private List<RecordedEvent> found(EventFilter filter, Position position, int size, EventSpan span) {
        var selection = EventSelection.of(filter).within(span, filter.zone());
        return switch (position) {
            case Position.Newest() -> query(selection, Order.NEWEST_FIRST, size);
            case Position.Oldest() -> query(selection, Order.OLDEST_FIRST, size);
            case Position.OlderThan(UUID event) -> query(selection.olderThan(event), Order.NEWEST_FIRST, size);
            case Position.NewerThan(UUID event) -> query(selection.newerThan(event), Order.OLDEST_FIRST, size);
        };
    }

    /**
     * One page of very many, for the transaction that reads it. To plan each for its own place in the log takes a tenth of the
     * time; one plan does for all, as long as it reads in the order of an index and sorts no months. Where text is
     * sought, the database's function plans for itself.
     */
    public EventPage batch(EventFilter filter, Position position, int size) {
        if (filter.text().isEmpty()) {
            jdbc.sql(
                            "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_sort', 'off', true)")
                    .query()
                    .singleRow();
        }
        return page(filter, position, size);
    }

    private static EventPage older(List<RecordedEvent> found, int size, boolean newerExist) {
        var events = found.subList(0, Math.min(size, found.size()));
        return new EventPage(
                List.copyOf(events),
                newerExist && !events.isEmpty() ? events.getFirst().id() : null,
                found.size() > size ? events.getLast().id() : null);
    }

    private static EventPage newer(List<RecordedEvent> found, int size, boolean olderExist) {
        var events = new ArrayList<>(found.subList(0, Math.min(size, found.size())));
        Collections.reverse(events);
        return new EventPage(
                List.copyOf(events),
                found.size() > size ? events.getFirst().id() : null,
                olderExist && !events.isEmpty() ? events.getLast().id() : null);
    }

    /** One more than a page holds tells whether there is another page. */
    private List<RecordedEvent> query(EventSelection selection, Order order, int size) {
        return jdbc.sql("select * from %s order by %s".formatted(selection.rows(order, size + 1), order.sql()))
                .params(selection.parameters(size + 1))
                .query(reader)
                .list();
    }

    public List<RecordedEvent> ofEnvironment(EnvironmentId environment, Category category, int limit) {
        return jdbc.sql("""
                        select %s from event where company_id = :company and environment_id = :environment
                          and category = :category order by occurred_at desc, event_id desc limit :limit
                        """.formatted(COLUMNS))
                .param("company", Current.company().value())
                .param("environment", environment.value())
                .param("category", category.name())
                .param("limit", limit)
                .query(reader)
                .list();
    }

    public Optional<RecordedEvent> find(UUID id) {
        return jdbc.sql(("select %s from event where company_id = :company and occurred_at = :at"
                                + " and event_id = :event")
                        .formatted(COLUMNS))
                .param("company", Current.company().value())
                .param("at", at(id))
                .param("event", id)
                .query(reader)
                .optional();
    }

    public static OffsetDateTime at(UUID id) {
        return Timestamps.utc(EventLog.instantOf(id));
    }
}

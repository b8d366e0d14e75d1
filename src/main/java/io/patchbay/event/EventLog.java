package io.patchbay.event;

import io.patchbay.tenancy.Actor;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.Identifiers;
import io.patchbay.web.Correlation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The event log of the current company. */
@Service
public class EventLog {

    private final JdbcClient jdbc;
    private final Identifiers identifiers;
    private final EventRows rows;
    private final JsonMapper json;

    EventLog(JdbcClient jdbc, Identifiers identifiers, EventRows rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.identifiers = identifiers;
        this.rows = rows;
        this.json = json;
    }

    /**
     * Appends an event in the transaction of the change it tells of, in the name of the current actor.
     *
     * @throws IllegalStateException where no company or no actor is bound
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(NewEvent event) {
        var id = identifiers.next();
        var actor = Current.actor();
        var member = actor instanceof Actor.Member m ? m : null;
        var origin = member == null ? null : member.origin();
        jdbc.sql("""
                insert into event (company_id, occurred_at, event_id, type, title, description, category, operation,
                  severity, actor_kind, actor_name, actor_email, actor_tenant_id, actor_object_id, address, user_agent,
                  correlation_id, environment_id, tenant_id, details)
                values (:company, :at, :id, :type, :title, :description, :category, :operation, :severity, :kind, :name,
                  :email, :actorTenant, :actorObject, :address, :agent, :correlation, :environment, :tenant,
                  :details::jsonb)
                """)
                .param("company", Current.company().value())
                .param("at", OffsetDateTime.ofInstant(instantOf(id), ZoneOffset.UTC))
                .param("id", id)
                .param("type", event.type().name())
                .param("title", event.title())
                .param("description", event.description())
                .param("category", event.type().category().name())
                .param("operation", event.type().operation().name())
                .param("severity", event.type().severity().name())
                .param("kind", actor.kind())
                .param("name", actor.name())
                .param("email", member == null ? null : member.email())
                .param("actorTenant", member == null ? null : member.id().tenantId())
                .param("actorObject", member == null ? null : member.id().objectId())
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

    /**
     * A page of the log, newest first.
     *
     * @param position where to start
     * @param size how many events at the most
     */
    @Transactional(readOnly = true)
    public EventPage page(Position position, int size) {
        return rows.page(Current.company(), position, size);
    }

    /** One event of the current company. */
    @Transactional(readOnly = true)
    public Optional<RecordedEvent> find(UUID id) {
        return rows.find(Current.company(), id);
    }

    /** The instant inside a version 7 UUID, to the millisecond. */
    static Instant instantOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Where a page of the log starts: at the newest event, or beside a known one. */
    public sealed interface Position {

        /** The newest events. */
        record Newest() implements Position {}

        /** The events next older than this one. */
        record OlderThan(UUID event) implements Position {}

        /** The events next newer than this one. */
        record NewerThan(UUID event) implements Position {}
    }

    /**
     * A page of the log.
     *
     * @param events newest first
     * @param newerThan the event from which the next newer page starts, null on the newest page
     * @param olderThan the event from which the next older page starts, null on the oldest page
     */
    public record EventPage(
            List<RecordedEvent> events,
            @Nullable UUID newerThan,
            @Nullable UUID olderThan) {}
}

package io.patchbay.event;

import io.patchbay.event.log.EventStore;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The event log of the current company. */
@Service
public class EventLog {

    private final JdbcClient jdbc;
    private final EventStore store;

    EventLog(JdbcClient jdbc, EventStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * Appends an event in the transaction of the change it tells of, in the name of the current actor.
     *
     * @throws IllegalStateException where no company or no actor is bound
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(NewEvent event) {
        store.insert(event);
    }

    /**
     * Appends an event of the same transaction to another log than the current one: a company's where the vendor's staff
     * act on it, or the operator's own ({@link CompanyId#OPERATOR}).
     *
     * @throws IllegalStateException where no actor is bound
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendTo(CompanyId company, NewEvent event) {
        try (var _ = bound(company)) {
            Current.as(company, Current.actor(), () -> {
                store.insert(event);
                return event;
            });
        }
    }

    /** Another company for as long as it is open; what fails on closing adds to what failed before, and hides it not. */
    private Binding bound(CompanyId company) {
        var own = Current.companyIfAny().orElse(null);
        bind(company);
        return () -> bind(own);
    }

    @FunctionalInterface
    private interface Binding extends AutoCloseable {
        @Override
        void close();
    }

    private void bind(@Nullable CompanyId company) {
        jdbc.sql(Current.binding(company)).update();
    }

    /**
     * A page of the log, newest first.
     *
     * @param position where to start
     * @param size how many events at the most
     */
    @Transactional(readOnly = true)
    public EventPage page(Position position, int size) {
        return store.page(EventFilter.NONE, position, size);
    }

    /** The newest events of one environment and category, newest first. */
    @Transactional(readOnly = true)
    public List<RecordedEvent> ofEnvironment(EnvironmentId environment, Category category, int atMost) {
        return store.ofEnvironment(environment, category, atMost);
    }

    /** One event of the current company. */
    @Transactional(readOnly = true)
    public Optional<RecordedEvent> find(UUID id) {
        return store.find(id);
    }

    /** The instant inside a version 7 UUID, to the millisecond. */
    public static Instant instantOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Where a page of the log starts: at one of its ends, or beside a known event. */
    public sealed interface Position {

        /** The newest events. */
        record Newest() implements Position {}

        /** The oldest events. */
        record Oldest() implements Position {}

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

package io.patchbay.event;

import io.patchbay.event.EventLog.EventPage;
import io.patchbay.event.EventLog.Position;
import io.patchbay.event.log.EventStore;
import io.patchbay.event.search.EventCatalog;
import io.patchbay.event.search.EventCounts;
import io.patchbay.event.search.EventTally;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Finds events of the current company. */
@Service
public class EventSearch {

    /** How far back a text is looked for where nobody named a first day: most look for something of late, and each month costs. */
    static final int DAYS_SEARCHED = 90;

    private static final int NEWS_AT_MOST = 100;

    private final EventStore store;
    private final EventCounts counts;
    private final EventCatalog catalog;
    private final Supplier<Optional<EnvironmentNames>> environments;
    private final Clock clock;

    EventSearch(
            EventStore store,
            EventCounts counts,
            EventCatalog catalog,
            ObjectProvider<EnvironmentNames> environments,
            Clock clock) {
        this.store = store;
        this.counts = counts;
        this.catalog = catalog;
        this.environments = SingletonSupplier.of(() -> environments.stream().findFirst());
        this.clock = clock;
    }

    /**
     * A page of what was found.
     *
     * @param searchedSince the first day that was looked at where that was not the filter's own, else null
     * @param newest the newest event that the filter finds, null where there is none
     */
    public record SearchResult(
            EventPage page,
            EventTally tally,
            @Nullable LocalDate searchedSince,
            @Nullable UUID newest,
            FilterChoices choices) {}

    /**
     * What a filter can be made of.
     *
     * @param users the names in the log
     * @param environments the environments by name
     */
    public record FilterChoices(
            List<Category> categories,
            List<Operation> operations,
            List<String> users,
            Map<UUID, String> environments) {}

    /** A page of what the filter finds, newest first, with how many there are. */
    @Transactional(readOnly = true)
    public SearchResult find(EventFilter filter, Position position, int size) {
        var bounded = bounded(filter);
        var page = page(bounded, position, size);
        var newest = position instanceof Position.Newest;
        return new SearchResult(
                page,
                newest ? counts.tallyOfNewest(bounded, page) : counts.tally(bounded, page),
                bounded.equals(filter) ? null : bounded.from(),
                first(newest ? page : page(bounded, new Position.Newest(), 1)),
                new FilterChoices(catalog.categories(), catalog.operations(), users(page), environments()));
    }

    private EventPage page(EventFilter filter, Position position, int size) {
        return store.page(filter, position, size, counts.span(filter, position, size + 1));
    }

    private static @Nullable UUID first(EventPage page) {
        return page.events().isEmpty() ? null : page.events().getFirst().id();
    }

    /** The names in the log, those on the page among them. */
    private List<String> users(EventPage page) {
        return Stream.concat(counts.users().stream(), page.events().stream().map(RecordedEvent::actorName))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** The newest events of the last {@value #DAYS_SEARCHED} days that speak of something or carry it as correlation ID. */
    @Transactional(readOnly = true)
    public List<RecordedEvent> newest(String text, int atMost) {
        var filter = new EventFilter(text, null, null, null, null, null, null, null);
        return store.page(bounded(filter), new Position.Newest(), atMost).events();
    }

    /** How many events of the last {@value #DAYS_SEARCHED} days speak of something, a hundred at the most. */
    @Transactional(readOnly = true)
    public int mentions(String text) {
        var filter = new EventFilter(text, null, null, null, null, null, null, null);
        return store.page(bounded(filter), new Position.Newest(), NEWS_AT_MOST)
                .events()
                .size();
    }

    /** How many events came since this one that the filter finds, a hundred at the most. */
    @Transactional(readOnly = true)
    public int newerThan(UUID event, EventFilter filter) {
        return counts.newerThan(bounded(filter), event, NEWS_AT_MOST);
    }

    /** What the environments are called. */
    @Transactional(readOnly = true)
    public Map<UUID, String> environments() {
        return environments.get().map(EnvironmentNames::names).orElseGet(Map::of);
    }

    /** What the connected tenants are called, by tenant ID. */
    @Transactional(readOnly = true)
    public Map<UUID, String> tenants() {
        return environments.get().map(EnvironmentNames::tenants).orElseGet(Map::of);
    }

    /** A page of an export, in a transaction of its own. */
    @Transactional(readOnly = true)
    public EventPage batch(EventFilter filter, Position position, int size) {
        return store.batch(filter, position, size);
    }

    EventFilter bounded(EventFilter filter) {
        return filter.text().isEmpty() || filter.from() != null
                ? filter
                : filter.since(
                        LocalDate.ofInstant(clock.instant(), filter.zone()).minusDays(DAYS_SEARCHED));
    }
}

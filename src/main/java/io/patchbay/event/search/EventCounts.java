package io.patchbay.event.search;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.event.EventFilter;
import io.patchbay.event.EventLog.EventPage;
import io.patchbay.event.EventLog.Position;
import io.patchbay.event.RecordedEvent;
import io.patchbay.event.log.EventSelection;
import io.patchbay.event.log.EventSelection.Order;
import io.patchbay.event.log.EventSpan;
import io.patchbay.event.log.EventStore;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts events, never more than a bound. What is older than a minute is counted once a minute for each company and filter, and
 * only what came since with every page: events are appended, so an old count stays true but for what retention takes.
 */
@Repository
public class EventCounts {

    private static final int USERS_AT_MOST = 200;
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** Later than any event can be; so the planner need not look at the months to come, whose tables there are already. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int KEPT_AT_MOST = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<Counted, Settled> counts;
    private final Cache<CompanyId, List<String>> names;

    EventCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.counts = remembered(clock);
        this.names = remembered(clock);
    }

    private static <K, V> Cache<K, V> remembered(Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(KEPT_AT_MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private record Counted(CompanyId company, EventFilter filter) {}

    private record Settled(OffsetDateTime until, SortedMap<LocalDate, Long> days) {}

    /** How many the filter finds. */
    public EventTally tally(EventFilter filter) {
        var settled = settled(filter);
        return EventTally.of(settled.days(), fresh(filter, settled.until()));
    }

    /** The same for their newest page, which mostly holds all that came of late. */
    public EventTally tallyOfNewest(EventFilter filter, EventPage page) {
        var settled = settled(filter);
        return reaches(page, settled.until())
                ? EventTally.of(settled.days(), ofPage(page, settled.until(), filter.zone()))
                : EventTally.of(settled.days(), fresh(filter, settled.until()));
    }

    /** The same with how many are newer than a page of them. */
    public EventTally tally(EventFilter filter, EventPage page) {
        var tally = tally(filter);
        return page.events().isEmpty()
                ? tally
                : tally.withNewer(newer(filter, page.events().getFirst().id(), tally.days()));
    }

    /**
     * Where a page lies, as far as the counts tell. For the log without a filter PostgreSQL keeps one plan, which no bound
     * makes faster.
     *
     * @param most how many events are wanted
     */
    public EventSpan span(EventFilter filter, Position position, int most) {
        return filter.narrows() ? EventSpan.of(settled(filter).days(), filter.zone(), position, most) : EventSpan.WHOLE;
    }

    private Settled settled(EventFilter filter) {
        return counts.get(new Counted(Current.company(), filter), key -> {
            var until = Timestamps.utc(clock.instant().minus(SETTLED));
            return new Settled(until, byDay(EventSelection.of(filter).before(until), filter.zone()));
        });
    }

    private SortedMap<LocalDate, Long> fresh(EventFilter filter, OffsetDateTime since) {
        return byDay(
                EventSelection.of(filter)
                        .since(since)
                        .before(Timestamps.utc(clock.instant().plus(AHEAD))),
                filter.zone());
    }

    private static boolean reaches(EventPage newest, OffsetDateTime since) {
        return newest.olderThan() == null
                || newest.events().getLast().occurredAt().isBefore(since.toInstant());
    }

    private static SortedMap<LocalDate, Long> ofPage(EventPage newest, OffsetDateTime since, ZoneId zone) {
        return newest.events().stream()
                .map(RecordedEvent::occurredAt)
                .filter(at -> !at.isBefore(since.toInstant()))
                .collect(groupingBy(at -> LocalDate.ofInstant(at, zone), TreeMap::new, counting()));
    }

    /** Days begin at quarters of an hour in every zone, and PostgreSQL need not know them all. */
    private SortedMap<LocalDate, Long> byDay(EventSelection selection, ZoneId zone) {
        var days = new TreeMap<LocalDate, Long>();
        jdbc.sql("""
                        select date_bin('15 minutes', occurred_at, 'epoch'), count(*)
                        from %s
                        group by 1
                        """.formatted(selection.keys(Order.NEWEST_FIRST, EventTally.AT_MOST + 1)))
                .params(selection.parameters(EventTally.AT_MOST + 1))
                .query(row -> {
                    var quarter = row.getObject(1, OffsetDateTime.class);
                    days.merge(quarter.atZoneSameInstant(zone).toLocalDate(), row.getLong(2), Long::sum);
                });
        return days;
    }

    /** Those of later days, and those of the same day, which alone have to be looked at. */
    private long newer(EventFilter filter, UUID first, SortedMap<LocalDate, Long> days) {
        var day = EventStore.at(first).atZoneSameInstant(filter.zone()).toLocalDate();
        var end = Timestamps.utc(day.plusDays(1).atStartOfDay(filter.zone()).toInstant());
        var sameDay = EventSelection.of(filter).newerThan(first).before(end);
        var later = days.tailMap(day.plusDays(1)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return later + count(sameDay, EventTally.AT_MOST + 1);
    }

    private int count(EventSelection selection, int atMost) {
        return jdbc.sql("select count(*) from " + selection.keys(Order.OLDEST_FIRST, atMost))
                .params(selection.parameters(atMost))
                .query(Integer.class)
                .single();
    }

    public int newerThan(EventFilter filter, UUID event, int atMost) {
        return count(EventSelection.of(filter).newerThan(event), atMost);
    }

    /** The names in the log of the current company, as of a minute ago at the earliest. */
    public List<String> users() {
        return names.get(Current.company(), company -> read());
    }

    /** Hops from name to name through the index, whatever the number of events. */
    private List<String> read() {
        return jdbc.sql("""
                        with recursive name(actor_name) as (
                          (select actor_name from event where company_id = :company order by actor_name limit 1)
                          union all
                          select (select e.actor_name from event e where e.company_id = :company
                            and e.actor_name > name.actor_name order by e.actor_name limit 1)
                          from name where name.actor_name is not null)
                        select actor_name from name where actor_name is not null limit :most
                        """)
                .param("company", Current.company().value())
                .param("most", USERS_AT_MOST)
                .query((rs, row) -> rs.getString(1))
                .list();
    }
}

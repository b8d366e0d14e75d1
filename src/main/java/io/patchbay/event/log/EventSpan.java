package io.patchbay.event.log;

import io.patchbay.event.EventLog.Position;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days among which a page of the log is likely to lie whole, so that PostgreSQL need not plan for every month to find it. No
 * more than that: a page that is not full is looked for in all of the log.
 *
 * @param from first day; null for no bound
 * @param to last day; null for no bound
 */
public record EventSpan(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** All of the log. */
    public static final EventSpan WHOLE = new EventSpan(null, null);

    /**
     * The span of a page.
     *
     * @param days how many events there are on each day of the zone that has any, as far as they were counted
     * @param most how many events are wanted
     */
    public static EventSpan of(SortedMap<LocalDate, Long> days, ZoneId zone, Position position, int most) {
        return switch (position) {
            case Position.Newest() -> new EventSpan(back(days, most), null);
            case Position.OlderThan(var event) -> new EventSpan(back(days.headMap(day(event, zone)), most), null);
            case Position.Oldest() -> new EventSpan(null, on(days, most));
            case Position.NewerThan(var event) ->
                new EventSpan(null, on(days.tailMap(day(event, zone).plusDays(1)), most));
        };
    }

    private static LocalDate day(UUID event, ZoneId zone) {
        return EventStore.at(event).atZoneSameInstant(zone).toLocalDate();
    }

    private static @Nullable LocalDate back(SortedMap<LocalDate, Long> days, int most) {
        return on(days.reversed(), most);
    }

    /** The day on which so many have come together; null where they never do. */
    private static @Nullable LocalDate on(SortedMap<LocalDate, Long> days, int most) {
        long together = 0;
        for (var day : days.entrySet()) {
            together += day.getValue();
            if (together >= most) {
                return day.getKey();
            }
        }
        return null;
    }

    boolean whole() {
        return equals(WHOLE);
    }
}

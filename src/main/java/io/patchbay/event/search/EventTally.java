package io.patchbay.event.search;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many events a filter finds, counted among the newest {@value #AT_MOST}.
 *
 * @param days how many on each day of the filter's zone that has any
 * @param total all of them together, one more than {@value #AT_MOST} where there are more
 * @param newer how many are newer than the page that was asked for
 */
public record EventTally(SortedMap<LocalDate, Long> days, long total, long newer) {

    static final int AT_MOST = 10_000;

    static EventTally of(SortedMap<LocalDate, Long> settled, SortedMap<LocalDate, Long> fresh) {
        var days = new TreeMap<>(settled);
        fresh.forEach((day, events) -> days.merge(day, events, Long::sum));
        return new EventTally(
                days, days.values().stream().mapToLong(Long::longValue).sum(), 0);
    }

    EventTally withNewer(long newer) {
        return new EventTally(days, total, newer);
    }

    /** Whether there are more than were counted. */
    public boolean more() {
        return total > AT_MOST;
    }

    /** The number as it is shown: exact, or "10,000+". */
    public String shown() {
        return more() ? "%,d+".formatted(AT_MOST) : "%,d".formatted(total);
    }
}

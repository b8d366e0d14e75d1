package io.patchbay.event.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Events per day as bars; several days share a bar where there are many.
 *
 * @param daysInBar how many days each bar stands for
 * @param most events in the tallest bar
 */
public record EventChart(List<Bar> bars, int daysInBar, long most) {

    static final int HEIGHT = 56;
    private static final int WIDTH = 40;
    private static final int BARS_AT_MOST = 30;

    /**
     * A bar in the coordinates of the drawing.
     *
     * @param href narrows the log to its days
     */
    public record Bar(int x, int y, int height, LocalDate first, LocalDate last, long events, String href) {

        public int width() {
            return WIDTH - 6;
        }
    }

    /** Width of the drawing. */
    public int width() {
        return bars.size() * WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    /** The days between those asked for, or else between the first and the last that has an event. */
    static EventChart of(SortedMap<LocalDate, Long> days, EventQuery query, LocalDate today, EventLinks links) {
        if (days.isEmpty()) {
            return new EventChart(List.of(), 1, 0);
        }
        var first = later(query.from(), days.firstKey());
        var last = query.to() == null || query.to().isAfter(today) ? max(today, days.lastKey()) : query.to();
        var shown = (int) ChronoUnit.DAYS.between(first, last) + 1;
        var daysInBar = Math.max(1, (shown + BARS_AT_MOST - 1) / BARS_AT_MOST);
        var sums = IntStream.range(0, (shown + daysInBar - 1) / daysInBar)
                .mapToLong(bar -> sum(days, first.plusDays((long) bar * daysInBar), daysInBar))
                .toArray();
        var most = java.util.Arrays.stream(sums).max().orElse(0);
        var addresses = links.days();
        var bars = IntStream.range(0, sums.length)
                .mapToObj(at ->
                        bar(at, first.plusDays((long) at * daysInBar), daysInBar, last, sums[at], most, addresses))
                .toList();
        return new EventChart(bars, daysInBar, most);
    }

    private static Bar bar(
            int at,
            LocalDate first,
            int daysInBar,
            LocalDate end,
            long events,
            long most,
            BiFunction<LocalDate, LocalDate, String> addresses) {
        var height = events == 0 ? 1 : (int) Math.max(3, events * (HEIGHT - 2) / most);
        var last = first.plusDays(daysInBar - 1L);
        var until = last.isAfter(end) ? end : last;
        return new Bar(at * WIDTH + 3, HEIGHT - height, height, first, until, events, addresses.apply(first, until));
    }

    private static long sum(SortedMap<LocalDate, Long> days, LocalDate first, int length) {
        return days.subMap(first, first.plusDays(length)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static LocalDate later(@Nullable LocalDate asked, LocalDate found) {
        return asked != null && ChronoUnit.DAYS.between(asked, found) < BARS_AT_MOST * 2L && asked.isBefore(found)
                ? asked
                : found;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

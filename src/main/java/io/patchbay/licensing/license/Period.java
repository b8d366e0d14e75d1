package io.patchbay.licensing.license;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * From the first to the last day, both whole, in UTC.
 *
 * @param start midnight before the first day, or the moment something was activated
 * @param end midnight after the last day
 */
public record Period(Instant start, Instant end) {

    public static Period ofDays(LocalDate first, LocalDate last) {
        return new Period(startOf(first), startOf(last.plusDays(1)));
    }

    /** From now to the end of the day that many days from today. */
    public static Period trial(Instant now, int days) {
        return new Period(now, startOf(dayOf(now).plusDays(days + 1L)));
    }

    public LocalDate firstDay() {
        return dayOf(start);
    }

    public LocalDate lastDay() {
        return dayOf(end.minusMillis(1));
    }

    public boolean over(Instant now) {
        return !now.isBefore(end);
    }

    public boolean ahead(Instant now) {
        return now.isBefore(start);
    }

    /** Whole days from today to the last day: 0 on the last day. */
    public long daysLeft(Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(dayOf(now), lastDay()));
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

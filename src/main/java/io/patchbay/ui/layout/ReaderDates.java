package io.patchbay.ui.layout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a reader is told points in time: the model attribute {@code dates} of every page.
 *
 * @param zone the zone in which the reader thinks
 */
public record ReaderDates(ZoneId zone) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** A point in time in the reader's zone. */
    public String time(Instant instant) {
        return zone.equals(ZoneOffset.UTC) ? utc(instant) : LOCAL.format(instant.atZone(zone));
    }

    /** A point in time in UTC. */
    public String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A day as pages show it; a dash for none. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "-" : DAY.format(day);
    }
}

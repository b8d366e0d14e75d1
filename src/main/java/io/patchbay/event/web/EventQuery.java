package io.patchbay.event.web;

import io.patchbay.event.Category;
import io.patchbay.event.EventFilter;
import io.patchbay.event.EventLog.Position;
import io.patchbay.event.Operation;
import io.patchbay.event.Severity;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What stands in the address of a page of the log. */
public record EventQuery(
        @Nullable String q,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable Category category,
        @Nullable Operation operation,
        @Nullable Severity severity,
        @Nullable String user,
        @Nullable UUID environment,
        @Nullable Integer size,
        @Nullable UUID before,
        @Nullable UUID after,
        @Nullable Boolean last) {

    static final int[] SIZES = {10, 25, 50, 100};
    private static final int USUAL_SIZE = 25;
    private static final int LARGEST = 100;
    private static final int LONGEST_TEXT = 100;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2200;

    /** With what was left out filled in. */
    public EventQuery {
        q = q == null ? "" : q.strip();
        user = user == null || user.isBlank() ? null : user;
    }

    /** What is to be found.
     *
     * @throws InvalidRequestException where it makes no sense
     */
    public EventFilter filter() {
        if (text().length() > LONGEST_TEXT) {
            throw new InvalidRequestException("events.textTooLong");
        }
        if (Stream.of(from, to).anyMatch(EventQuery::outOfTime)) {
            throw new InvalidRequestException("events.badDay");
        }
        return new EventFilter(
                text(),
                from,
                to,
                category,
                operation,
                severity,
                user,
                environment == null ? null : new EnvironmentId(environment));
    }

    /** The text that is sought; empty for none. */
    public String text() {
        return q == null ? "" : q;
    }

    private static boolean outOfTime(@Nullable LocalDate day) {
        return day != null && (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR);
    }

    int pageSize() {
        if (size == null) {
            return USUAL_SIZE;
        }
        if (size < 1 || size > LARGEST) {
            throw new InvalidRequestException("events.badSize");
        }
        return size;
    }

    Position position() {
        if (Stream.of(before, after, last).filter(end -> end != null).count() > 1) {
            throw new InvalidRequestException("events.twoCursors");
        }
        if (before != null) {
            return new Position.OlderThan(before);
        }
        if (after != null) {
            return new Position.NewerThan(after);
        }
        return Boolean.TRUE.equals(last) ? new Position.Oldest() : new Position.Newest();
    }
}

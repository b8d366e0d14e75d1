package io.patchbay.event;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log somebody wants to see; null or empty parts ask for everything.
 *
 * @param text what title, description or user contain, whatever the case
 * @param from first day, in the zone
 * @param to last day, in the zone
 * @param user who did it, by the name in the log
 * @param zone whose days are meant
 */
public record EventFilter(
        String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Category category,
        @Nullable Operation operation,
        @Nullable Severity severity,
        @Nullable String user,
        @Nullable EnvironmentId environment,
        ZoneId zone) {

    /** The whole log. */
    public static final EventFilter NONE = new EventFilter("", null, null, null, null, null, null, null);

    /** With days in UTC. */
    public EventFilter(
            String text,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Category category,
            @Nullable Operation operation,
            @Nullable Severity severity,
            @Nullable String user,
            @Nullable EnvironmentId environment) {
        this(text, from, to, category, operation, severity, user, environment, ZoneOffset.UTC);
    }

    /** The same with days of another zone. */
    public EventFilter in(ZoneId other) {
        return new EventFilter(text, from, to, category, operation, severity, user, environment, other);
    }

    /** Whether anything is left out. */
    public boolean narrows() {
        return !in(ZoneOffset.UTC).equals(NONE);
    }

    /** The same from this day on. */
    public EventFilter since(LocalDate day) {
        return new EventFilter(text, day, to, category, operation, severity, user, environment, zone);
    }
}

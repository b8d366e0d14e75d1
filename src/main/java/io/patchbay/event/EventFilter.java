package io.patchbay.event;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log somebody wants to see; null or empty parts ask for everything.
 *
 * @param text what title, description or user contain, whatever the case
 * @param from first day, in UTC
 * @param to last day, in UTC
 * @param user who did it, by the name in the log
 */
public record EventFilter(
        String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Category category,
        @Nullable Operation operation,
        @Nullable Severity severity,
        @Nullable String user,
        @Nullable EnvironmentId environment) {

    /** The whole log. */
    public static final EventFilter NONE = new EventFilter("", null, null, null, null, null, null, null);

    /** Whether anything is left out. */
    public boolean narrows() {
        return !equals(NONE);
    }

    /** The same from this day on. */
    public EventFilter since(LocalDate day) {
        return new EventFilter(text, day, to, category, operation, severity, user, environment);
    }
}

package io.patchbay.event.log;

import io.patchbay.event.EventFilter;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL knows it. The conditions but the one for text are such as row-level security lets the planner use an
 * index for.
 */
public final class EventSelection {

    private static final Pattern AADSTS = Pattern.compile("(?i)AADSTS(\\d{4,8})");
    private static final int ID_LENGTH = 36;

    private final StringBuilder where = new StringBuilder("company_id = :company");
    private final Map<String, Object> parameters = new HashMap<>();

    private EventSelection() {
        parameters.put("company", Current.company().value());
    }

    public static EventSelection of(EventFilter filter) {
        var selection = new EventSelection();
        selection.and("occurred_at >= :from", "from", startOf(filter.from()));
        selection.and(
                "occurred_at < :to",
                "to",
                filter.to() == null ? null : startOf(filter.to().plusDays(1)));
        selection.and("category = :category", "category", name(filter.category()));
        selection.and("operation = :operation", "operation", name(filter.operation()));
        selection.and("severity = :severity", "severity", name(filter.severity()));
        selection.and("actor_name = :user", "user", filter.user());
        var environment = filter.environment();
        selection.and("environment_id = :environment", "environment", environment == null ? null : environment.value());
        selection.and(
                "(title ilike :text or description ilike :text or actor_name ilike :text"
                        + identified(filter.text())
                        + ")",
                "text",
                filter.text().isEmpty() ? null : "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        return selection;
    }

    /** Where else to look for a text that is an e-mail address, an identifier or an error code of Entra ID. */
    private static String identified(String text) {
        var code = AADSTS.matcher(text);
        if (code.matches()) {
            return " or details ->> 'AADSTS code' = '" + code.group(1) + "'";
        }
        if (text.contains("@")) {
            return " or actor_email ilike :text";
        }
        return text.length() == ID_LENGTH ? " or correlation_id ilike :text" : "";
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : Timestamps.utc(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    public EventSelection and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    public EventSelection with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public String where() {
        return where.toString();
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}

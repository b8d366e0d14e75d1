package io.patchbay.event.log;

import io.patchbay.event.EventFilter;
import io.patchbay.platform.jdbc.LikePattern;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL knows it. Its conditions are such as row-level security lets the planner use an index for; where it looks
 * for text, which are none of them, the function {@code event_search} answers in their place.
 */
public final class EventSelection {

    private static final Pattern AADSTS = Pattern.compile("(?i)AADSTS(\\d{4,8})");
    private static final int ID_LENGTH = 36;

    /** A page that somebody reads, and one event more. */
    private static final int PAGE_AT_MOST = 101;

    private static final String SEARCH = """
            event_search(:pattern, :elsewhere, :sought, greatest(:from::timestamptz, :since::timestamptz),
              least(:to::timestamptz, :before::timestamptz), :category, :operation, :severity, :user, :environment::uuid,
              :olderAt::timestamptz, :older::uuid, :newerAt::timestamptz, :newer::uuid, %s, :most)""";
    private static final String COLUMNS = EventReader.columns("event");
    private static final List<String> ARGUMENTS = Pattern.compile(":([a-zA-Z]+)")
            .matcher(SEARCH.replaceAll("::[a-z]+", ""))
            .results()
            .map(argument -> argument.group(1))
            .toList();

    /** Which events come first. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST;

        /** What stands behind {@code order by}. */
        public String sql() {
            return this == NEWEST_FIRST ? "occurred_at desc, event_id desc" : "occurred_at, event_id";
        }
    }

    private final StringBuilder where = new StringBuilder("company_id = :company");
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean narrowed;

    private EventSelection() {
        parameters.put("company", Current.company().value());
    }

    public static EventSelection of(EventFilter filter) {
        var selection = new EventSelection();
        selection.and("occurred_at >= :from", "from", startOf(filter.from(), filter.zone()));
        selection.and("occurred_at < :to", "to", endOf(filter.to(), filter.zone()));
        selection.narrow("category = :category", "category", name(filter.category()));
        selection.narrow("operation = :operation", "operation", name(filter.operation()));
        selection.narrow("severity = :severity", "severity", name(filter.severity()));
        selection.narrow("actor_name = :user", "user", filter.user());
        var environment = filter.environment();
        selection.narrow(
                "environment_id = :environment", "environment", environment == null ? null : environment.value());
        selection.lookFor(filter.text());
        return selection;
    }

    private void lookFor(String text) {
        if (!text.isEmpty()) {
            parameters.put("pattern", LikePattern.containing(text));
            parameters.put("elsewhere", "");
            parameters.put("sought", "");
            var code = AADSTS.matcher(text);
            if (code.matches()) {
                lookAlso("ERROR_CODE", code.group(1));
            } else if (text.contains("@")) {
                lookAlso("EMAIL", text);
            } else if (text.length() == ID_LENGTH) {
                lookAlso("CORRELATION", text.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Where else to look for a text that is an e-mail address, an identifier or an error code of Entra ID. */
    private void lookAlso(String elsewhere, String sought) {
        parameters.put("elsewhere", elsewhere);
        parameters.put("sought", sought);
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : Timestamps.utc(day.atStartOfDay(zone).toInstant());
    }

    private static @Nullable OffsetDateTime endOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : startOf(day.plusDays(1), zone);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private EventSelection and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    private void narrow(String condition, String parameter, @Nullable Object value) {
        narrowed |= value != null;
        and(condition, parameter, value);
    }

    /** Of these only those that are not older. */
    public EventSelection since(OffsetDateTime moment) {
        return and("occurred_at >= :since", "since", moment);
    }

    /** Of these only the older ones. */
    public EventSelection before(OffsetDateTime moment) {
        return and("occurred_at < :before", "before", moment);
    }

    /** Of these only those within these days. */
    EventSelection within(EventSpan span, ZoneId zone) {
        and("occurred_at >= :since", "since", startOf(span.from(), zone));
        return and("occurred_at < :before", "before", endOf(span.to(), zone));
    }

    /** Of these only those that come before an event. Only by the bound of one column can the planner leave months out. */
    public EventSelection olderThan(UUID event) {
        parameters.put("olderAt", EventStore.at(event));
        return and("occurred_at <= :olderAt and (occurred_at, event_id) < (:olderAt, :older)", "older", event);
    }

    /** Of these only those that come after an event, bounded likewise. */
    public EventSelection newerThan(UUID event) {
        parameters.put("newerAt", EventStore.at(event));
        return and("occurred_at >= :newerAt and (occurred_at, event_id) > (:newerAt, :newer)", "newer", event);
    }

    /**
     * What {@link EventReader} reads of the first so many, as what stands behind {@code from}; in the order of time, which is to
     * be asked for again.
     */
    public String rows(Order order, int most) {
        return looksForText()
                ? "(select %s from %s found join event on event.company_id = :company"
                                .formatted(COLUMNS, SEARCH.formatted(order == Order.NEWEST_FIRST))
                        + " and event.occurred_at = found.occurred_at and event.event_id = found.event_id) found"
                : read(COLUMNS, order, most);
    }

    /** {@code occurred_at} and {@code event_id} of the first so many, as what stands behind {@code from}. */
    public String keys(Order order, int most) {
        return looksForText()
                ? SEARCH.formatted(order == Order.NEWEST_FIRST) + " found"
                : read("occurred_at, event_id", order, most);
    }

    /**
     * Where PostgreSQL sees that few are wanted of all, in their own order, one plan does for everybody, and it keeps it: to plan
     * over all months takes longer than to read a page of them.
     */
    private String read(String columns, Order order, int most) {
        var limit = !narrowed && most <= PAGE_AT_MOST ? String.valueOf(most) : ":most";
        return "(select %s from event where %s order by %s limit %s) found"
                .formatted(columns, where, order.sql(), limit);
    }

    private boolean looksForText() {
        return parameters.containsKey("pattern");
    }

    /** What the SQL of {@link #rows} and {@link #keys} takes, for so many events at the most. */
    public Map<String, @Nullable Object> parameters(int most) {
        var all = new HashMap<String, @Nullable Object>(parameters);
        ARGUMENTS.forEach(argument -> all.putIfAbsent(argument, null));
        all.put("most", most);
        return all;
    }
}

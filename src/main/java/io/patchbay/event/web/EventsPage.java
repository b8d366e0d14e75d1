package io.patchbay.event.web;

import io.patchbay.event.Category;
import io.patchbay.event.EventSearch.FilterChoices;
import io.patchbay.event.EventSearch.SearchResult;
import io.patchbay.event.Operation;
import io.patchbay.event.RecordedEvent;
import io.patchbay.event.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page Events, decided.
 *
 * @param base the address of the page: the company's own, or that of somebody of support who looks into it
 * @param first number of the first event on the page, 0 where that is beyond what is counted
 * @param last number of the last one
 */
public record EventsPage(
        EventQuery query,
        String base,
        List<RecordedEvent> events,
        long first,
        long last,
        String total,
        boolean counted,
        boolean filtered,
        @Nullable LocalDate searchedSince,
        String everything,
        EventChart chart,
        FilterChoices choices,
        @Nullable String newest,
        @Nullable String newer,
        @Nullable String older,
        @Nullable String oldest,
        @Nullable String news,
        List<FilterChip> chips) {

    /**
     * A filter that is set.
     *
     * @param name message key of what it is
     * @param value what is sought; a day or a text
     * @param without the same page without it
     */
    public record FilterChip(String name, Object value, String without) {

        /** The day that is sought; null for all else. */
        public @Nullable LocalDate day() {
            return value instanceof LocalDate day ? day : null;
        }
    }

    static EventsPage of(EventQuery query, SearchResult found, LocalDate today, String base) {
        var links = new EventLinks(query, base);
        var page = found.page();
        var known =
                found.tally().newer() < found.tally().total() || page.events().isEmpty();
        var before = page.events().isEmpty() || !known ? 0 : found.tally().newer() + 1;
        return new EventsPage(
                query,
                base,
                page.events(),
                before,
                before == 0 ? 0 : before + page.events().size() - 1,
                found.tally().shown(),
                before > 0,
                query.filter().narrows(),
                found.searchedSince(),
                links.days().apply(LocalDate.of(2000, 1, 1), today),
                EventChart.of(found.tally().days(), query, today, links),
                found.choices(),
                page.newerThan() == null ? null : links.newest(),
                links.after(page.newerThan()),
                links.before(page.olderThan()),
                page.olderThan() == null ? null : links.oldest(),
                found.newest() == null ? null : links.news(found.newest()),
                chips(query, found.choices(), links));
    }

    private static List<FilterChip> chips(EventQuery query, FilterChoices choices, EventLinks links) {
        var environment = query.environment();
        return Stream.of(
                        chip("q", "events.search", query.text().isEmpty() ? null : query.text(), links),
                        chip("from", "events.from", query.from(), links),
                        chip("to", "events.to", query.to(), links),
                        chip("category", "events.category", label(query.category(), Category::label), links),
                        chip("operation", "events.operation", label(query.operation(), Operation::label), links),
                        chip("severity", "events.severity", label(query.severity(), Severity::label), links),
                        chip("user", "events.user", query.user(), links),
                        chip(
                                "environment",
                                "events.environment",
                                label(environment, id -> choices.environments().getOrDefault(id, id.toString())),
                                links))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FilterChip> chip(String filter, String name, @Nullable Object value, EventLinks links) {
        return Optional.ofNullable(value).map(sought -> new FilterChip(name, sought, links.without(filter)));
    }

    private static <T> @Nullable String label(@Nullable T value, Function<T, String> label) {
        return value == null ? null : label.apply(value);
    }

    /** Whether it is the company's own page. */
    public boolean own() {
        return base.equals(EventPages.OWN);
    }

    public Map<Category, String> categories() {
        return labels(choices.categories(), Category::label);
    }

    public Map<Operation, String> operations() {
        return labels(choices.operations(), Operation::label);
    }

    public Map<Severity, String> severities() {
        return labels(List.of(Severity.values()), Severity::label);
    }

    private static <T> Map<T, String> labels(List<T> all, Function<T, String> label) {
        var labels = new LinkedHashMap<T, String>();
        all.forEach(one -> labels.put(one, label.apply(one)));
        return labels;
    }

    public List<String> users() {
        return choices.users();
    }

    public Map<UUID, String> environments() {
        return choices.environments();
    }

    public List<Integer> sizes() {
        return Arrays.stream(EventQuery.SIZES).boxed().toList();
    }

    public int size() {
        return query.pageSize();
    }

    public String address() {
        return new EventLinks(query, base).newest();
    }

    public boolean chartShown() {
        return chart.bars().size() > 1;
    }

    /** The filter as fields of a form. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        Stream.of(
                        new Field("q", query.text()),
                        new Field("from", query.from()),
                        new Field("to", query.to()),
                        new Field("category", query.category()),
                        new Field("operation", query.operation()),
                        new Field("severity", query.severity()),
                        new Field("user", query.user()),
                        new Field("environment", query.environment()))
                .filter(field ->
                        field.value() != null && !field.value().toString().isEmpty())
                .forEach(field -> fields.put(field.name(), String.valueOf(field.value())));
        return fields;
    }

    private record Field(String name, @Nullable Object value) {}
}

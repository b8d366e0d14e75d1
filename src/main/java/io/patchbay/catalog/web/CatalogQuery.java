package io.patchbay.catalog.web;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.search.CatalogFilter;
import io.patchbay.platform.problem.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands in the address of a page of the catalog.
 *
 * @param app the applications that are ticked, which a page carries on to the next
 */
public record CatalogQuery(
        @Nullable String q,
        @Nullable String publisher,
        @Nullable Architecture architecture,
        @Nullable Integer updated,
        @Nullable View view,
        @Nullable String after,
        @Nullable String before,
        @Nullable List<String> app) {

    static final List<Integer> DAYS = List.of(7, 30, 90);

    private static final int LONGEST_TEXT = 100;
    private static final int TICKED_AT_MOST = 100;

    /** How the applications are shown. */
    public enum View {
        CARDS,
        LIST
    }

    /** A field of a form, or of an address. */
    public record Field(String name, String value) {}

    public String text() {
        return q == null ? "" : q.strip();
    }

    public String publisherText() {
        return publisher == null ? "" : publisher.strip();
    }

    public boolean asList() {
        return view == View.LIST;
    }

    boolean narrowed() {
        return !text().isEmpty() || !publisherText().isEmpty() || architecture != null || updated != null;
    }

    CatalogFilter filter(Instant now) {
        if (text().length() > LONGEST_TEXT || publisherText().length() > LONGEST_TEXT) {
            throw new InvalidRequestException("catalog.textTooLong");
        }
        if (updated != null && !DAYS.contains(updated)) {
            throw new InvalidRequestException("catalog.badDays");
        }
        if (after != null && before != null) {
            throw new InvalidRequestException("catalog.twoPages");
        }
        return new CatalogFilter(
                text(), publisherText(), architecture, updated == null ? null : now.minus(Duration.ofDays(updated)));
    }

    @Nullable
    AppId afterApp() {
        return after == null ? null : AppId.parse(after).orElse(null);
    }

    @Nullable
    AppId beforeApp() {
        return before == null ? null : AppId.parse(before).orElse(null);
    }

    /** The applications that are ticked, each once. */
    List<AppId> ticked() {
        var apps = (app == null ? List.<String>of() : app)
                .stream().flatMap(text -> AppId.parse(text).stream()).distinct().toList();
        if (apps.size() > TICKED_AT_MOST) {
            throw new InvalidRequestException("catalog.tooManyTicked", TICKED_AT_MOST);
        }
        return apps;
    }

    /** The same with nothing ticked. */
    CatalogQuery bare() {
        return new CatalogQuery(q, publisher, architecture, updated, view, after, before, null);
    }

    /** The same applications from their beginning, shown like that. */
    String as(View other) {
        return address(other, null, null);
    }

    String following(AppId app) {
        return address(view, "after", app.value());
    }

    String preceding(AppId app) {
        return address(view, "before", app.value());
    }

    private String address(@Nullable View shown, @Nullable String cursor, @Nullable String from) {
        var fields = new ArrayList<Field>();
        add(fields, "q", text());
        add(fields, "publisher", publisherText());
        add(fields, "architecture", architecture == null ? "" : architecture.name());
        add(fields, "updated", updated == null ? "" : updated.toString());
        add(fields, "view", shown == View.LIST ? "LIST" : "");
        if (cursor != null && from != null) {
            add(fields, cursor, from);
        }
        var address = UriComponentsBuilder.fromPath("/catalog");
        fields.forEach(field -> address.queryParam(field.name(), "{" + field.name() + "}"));
        var ticked = ticked();
        if (!ticked.isEmpty()) {
            address.queryParam("app", ticked.stream().map(one -> "{app}").toArray());
        }
        return address.encode()
                .buildAndExpand(Stream.concat(
                                fields.stream().map(Field::value),
                                ticked.stream().map(AppId::value))
                        .toArray())
                .toUriString();
    }

    private static void add(List<Field> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(name, value));
        }
    }
}

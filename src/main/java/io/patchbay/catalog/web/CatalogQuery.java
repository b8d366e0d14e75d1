package io.patchbay.catalog.web;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.search.CatalogFilter;
import io.patchbay.platform.problem.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands in the address of a page of the catalog. */
record CatalogQuery(
        @Nullable String q,
        @Nullable String publisher,
        @Nullable Architecture architecture,
        @Nullable Integer updated,
        @Nullable View view,
        @Nullable String after,
        @Nullable String before) {

    static final List<Integer> DAYS = List.of(7, 30, 90);

    private static final int LONGEST_TEXT = 100;

    /** How the applications are shown. */
    enum View {
        CARDS,
        LIST
    }

    /** A field of a form, or of an address. */
    record Field(String name, String value) {}

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

    private String address(@Nullable View shown, @Nullable String cursor, @Nullable String app) {
        var fields = new ArrayList<Field>();
        add(fields, "q", text());
        add(fields, "publisher", publisherText());
        add(fields, "architecture", architecture == null ? "" : architecture.name());
        add(fields, "updated", updated == null ? "" : updated.toString());
        add(fields, "view", shown == View.LIST ? "LIST" : "");
        if (cursor != null && app != null) {
            add(fields, cursor, app);
        }
        var address = UriComponentsBuilder.fromPath("/catalog");
        fields.forEach(field -> address.queryParam(field.name(), "{" + field.name() + "}"));
        return address.encode()
                .buildAndExpand(fields.stream().map(Field::value).toArray())
                .toUriString();
    }

    private static void add(List<Field> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(name, value));
        }
    }
}

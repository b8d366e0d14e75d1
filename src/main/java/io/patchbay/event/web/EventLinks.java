package io.patchbay.event.web;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages of the log that keep what was asked for. */
public record EventLinks(EventQuery query, String base) {

    /** The newest page of the same view: what to send to a colleague. */
    String newest() {
        return address(base, query.from(), query.to()).toUriString();
    }

    String oldest() {
        return address(base, query.from(), query.to())
                .queryParam("last", "true")
                .toUriString();
    }

    @Nullable
    String before(@Nullable UUID event) {
        return event == null ? null : beside("before", event);
    }

    @Nullable
    String after(@Nullable UUID event) {
        return event == null ? null : beside("after", event);
    }

    private String beside(String side, UUID event) {
        return address(base, query.from(), query.to()).queryParam(side, event).toUriString();
    }

    /** From a day to another one, for as many pairs of them as a chart has: all else of the address is made once. */
    BiFunction<LocalDate, LocalDate, String> days() {
        var all = address(base, null, null).toUriString();
        var beginning = all + (all.contains("?") ? "&" : "?");
        return (first, last) -> beginning + "from=" + first + "&to=" + last;
    }

    /** The same view without one of its filters. */
    String without(String filter) {
        return UriComponentsBuilder.fromUriString(newest())
                .replaceQueryParam(filter)
                .build(true)
                .toUriString();
    }

    String news(UUID since) {
        return address(base + "/news", query.from(), query.to())
                .queryParam("since", since)
                .toUriString();
    }

    private UriComponentsBuilder address(String path, @Nullable LocalDate from, @Nullable LocalDate to) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "q", query.text().isEmpty() ? null : query.text());
        add(address, "from", from);
        add(address, "to", to);
        add(address, "category", query.category());
        add(address, "operation", query.operation());
        add(address, "severity", query.severity());
        add(address, "user", query.user());
        add(address, "environment", query.environment());
        if (!path.endsWith("/news")) {
            add(address, "size", query.size());
        }
        return address.encode();
    }

    /** As a value to be encoded whole, so that no character of it can mean anything in an address. */
    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }
}

package io.patchbay.simulator.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts a collection to a page: {@code $top}, {@code $select}, and an opaque link to what follows. */
final class ODataPage {
    private static final String TOKEN = "$skiptoken";
    private static final String MARK = "simulated:";

    private final String context;
    private final int usual;
    private final int most;
    private final int largest;
    private final Set<String> options;

    /**
     * For a collection of that name.
     *
     * @param usual how many without {@code $top}
     * @param most how many at most
     * @param options query options beyond those of every page that the call understands
     */
    ODataPage(String context, int usual, int most, String... options) {
        this(context, usual, most, most, Set.of(options));
    }

    private ODataPage(String context, int usual, int most, int largest, Set<String> options) {
        this.context = context;
        this.usual = usual;
        this.most = most;
        this.largest = largest;
        this.options = options;
    }

    /** The same, with so many on a page at most, whatever {@code $top} asks for. */
    ODataPage cutTo(int size) {
        return new ODataPage(context, usual, most, size, options);
    }

    GraphReply of(GraphCall call, List<Map<String, Object>> all) {
        return of(call, all, Function.identity());
    }

    /** The same of things that are described only where they are on the page. */
    <T> GraphReply of(GraphCall call, List<T> all, Function<? super T, Map<String, Object>> description) {
        checkOptions(call);
        int from = offset(call.option(TOKEN));
        int until = Math.min(all.size(), from + Math.min(largest, top(call.option("$top"))));
        if (from > all.size()) {
            throw GraphException.badRequest("Skip token is invalid.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("@odata.context", call.base() + "/$metadata#" + context);
        if ("true".equals(call.option("$count")) && call.isEventuallyConsistent()) {
            body.put("@odata.count", all.size());
        }
        if (until < all.size()) {
            body.put("@odata.nextLink", next(call, until));
        }
        body.put(
                "value",
                select(
                        call.option("$select"),
                        all.subList(from, until).stream().map(description).toList()));
        return GraphReply.ok(body);
    }

    private void checkOptions(GraphCall call) {
        for (String name : call.query().keySet()) {
            boolean always = Set.of("$top", "$select", "$count", TOKEN).contains(name);
            if (name.startsWith("$") && !always && !options.contains(name)) {
                throw GraphException.badRequest("The query option '" + name + "' is not supported here.");
            }
        }
    }

    private int top(@Nullable String value) {
        if (value == null) {
            return usual;
        }
        if (!value.matches("[1-9][0-9]{0,3}") || Integer.parseInt(value) > most) {
            throw GraphException.badRequest(
                    "Invalid page size specified: '" + value + "'. Must be between 1 and " + most + " inclusive.");
        }
        return Integer.parseInt(value);
    }

    private static int offset(@Nullable String token) {
        if (token == null) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return Integer.parseInt(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException notOurs) {
            // said below
        }
        throw GraphException.badRequest("Skip token is invalid.");
    }

    private static String next(GraphCall call, int offset) {
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + offset).getBytes(StandardCharsets.UTF_8));
        StringJoiner query = new StringJoiner("&");
        call.query().forEach((name, value) -> {
            if (!name.equals(TOKEN)) {
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return call.address() + "?" + query.add(TOKEN + "=" + token);
    }

    /** The chosen properties of each, and what OData adds by itself. */
    static List<Map<String, Object>> select(@Nullable String select, List<Map<String, Object>> items) {
        if (select == null || select.isBlank()) {
            return items;
        }
        List<String> names = Arrays.stream(select.split(",")).map(String::strip).toList();
        return items.stream()
                .map(item -> {
                    Map<String, Object> chosen = new LinkedHashMap<>();
                    item.forEach((name, value) -> {
                        if (names.contains(name) || name.startsWith("@")) {
                            chosen.put(name, value);
                        }
                    });
                    names.stream()
                            .filter(name -> !item.containsKey(name))
                            .findFirst()
                            .ifPresent(name -> {
                                throw GraphException.badRequest(
                                        "Parsing OData Select and Expand failed: Could not find a property named '"
                                                + name + "'.");
                            });
                    return chosen;
                })
                .toList();
    }
}

package io.patchbay.simulator.graph;

import io.patchbay.simulator.intune.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code $filter} of applications: {@code isof}, {@code isAssigned}, {@code eq}, {@code startswith} and {@code contains}, with
 * {@code and}, {@code or}, {@code not} and brackets. {@code startswith} works on notes too, {@code contains} on names only.
 */
final class AppFilter {
    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");
    private static final Set<String> TEXTS = Set.of("displayName", "publisher", "notes", "owner", "developer");
    private static final Set<String> NAMES = Set.of("displayName", "publisher");

    private final String filter;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private AppFilter(String filter) {
        this.filter = filter;
        Matcher matcher = TOKEN.matcher(filter.strip());
        int end = 0;
        while (end < filter.strip().length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end < filter.strip().length()) {
            throw unsupported();
        }
    }

    /** What the filter lets pass; Graph's 400 where it does not understand it. */
    static Predicate<App> of(String filter) {
        AppFilter parser = new AppFilter(filter);
        Predicate<App> whole = parser.either();
        if (parser.at < parser.tokens.size()) {
            throw parser.unsupported();
        }
        return whole;
    }

    private Predicate<App> either() {
        Predicate<App> all = both();
        while (take("or")) {
            all = all.or(both());
        }
        return all;
    }

    private Predicate<App> both() {
        Predicate<App> all = one();
        while (take("and")) {
            all = all.and(one());
        }
        return all;
    }

    private Predicate<App> one() {
        if (take("not")) {
            return one().negate();
        }
        if (take("(")) {
            Predicate<App> inner = either();
            expect(")");
            return inner;
        }
        String word = next();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "isof" -> type();
            case "startswith" -> text(TEXTS, String::startsWith);
            case "contains" -> text(NAMES, String::contains);
            case "isassigned" -> assigned();
            default -> equal(word);
        };
    }

    private Predicate<App> type() {
        expect("(");
        String type = literal();
        expect(")");
        return app -> type.equals("microsoft.graph.win32LobApp");
    }

    /** How a text is compared with another, both in lower case. */
    private interface Comparison {
        boolean holds(String text, String part);
    }

    private Predicate<App> text(Set<String> known, Comparison comparison) {
        expect("(");
        String property = property(known, next());
        expect(",");
        String part = literal().toLowerCase(Locale.ROOT);
        expect(")");
        return app -> comparison.holds(app.text(property).toLowerCase(Locale.ROOT), part);
    }

    private Predicate<App> assigned() {
        expect("eq");
        String wanted = next();
        if (!wanted.equals("true") && !wanted.equals("false")) {
            throw unsupported();
        }
        return app -> app.assignments().isEmpty() != wanted.equals("true");
    }

    private Predicate<App> equal(String word) {
        String property = property(TEXTS, word);
        expect("eq");
        String value = literal();
        return app -> app.text(property).equalsIgnoreCase(value);
    }

    private String property(Set<String> known, String word) {
        return known.stream()
                .filter(name -> name.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(this::unsupported);
    }

    private String literal() {
        String token = next();
        if (!token.startsWith("'")) {
            throw unsupported();
        }
        return token.substring(1, token.length() - 1).replace("''", "'");
    }

    private String next() {
        if (at >= tokens.size()) {
            throw unsupported();
        }
        return tokens.get(at++);
    }

    private boolean take(String word) {
        boolean there = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String word) {
        if (!take(word)) {
            throw unsupported();
        }
    }

    private GraphException unsupported() {
        return GraphException.badRequest("The filter '" + filter + "' is not supported here.");
    }
}

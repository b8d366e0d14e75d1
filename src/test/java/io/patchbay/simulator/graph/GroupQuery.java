package io.patchbay.simulator.graph;

import io.patchbay.simulator.directory.Group;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code $search}, {@code $filter} and {@code $orderby} over groups (aad-advanced-queries.md). A search wants
 * {@code ConsistencyLevel: eventual}, a quoted clause, and finds words by their beginnings.
 */
final class GroupQuery {
    private static final Pattern CLAUSE =
            Pattern.compile("\"(displayName|description):((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
    private static final Pattern BOOLEAN =
            Pattern.compile("(securityEnabled|mailEnabled) eq (true|false)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EQUALS = Pattern.compile("displayName eq '((?:[^']|'')*)'");
    private static final Pattern IN = Pattern.compile("id in \\(('[0-9a-fA-F-]{36}'(?:, ?'[0-9a-fA-F-]{36}')*)\\)");
    private static final int MOST_IN = 15;
    private static final Pattern STARTS = Pattern.compile("startswith\\(displayName, ?'((?:[^']|'')*)'\\)");

    private GroupQuery() {}

    static List<Group> apply(GraphCall call, List<Group> groups) {
        Stream<Group> found = groups.stream();
        String search = call.option("$search");
        if (search != null) {
            if (!call.isEventuallyConsistent()) {
                throw GraphException.unsupportedQuery("Request with $search query parameter only works through MSGraph"
                        + " with a special request header: 'ConsistencyLevel: eventual'");
            }
            for (String clause : search.split(" AND ")) {
                found = found.filter(group -> matches(clause.strip(), group));
            }
        }
        String filter = call.option("$filter");
        if (filter != null) {
            for (String clause : filter.split(" and ")) {
                found = found.filter(group -> satisfies(clause.strip(), group));
            }
        }
        return sort(call.option("$orderby"), found).toList();
    }

    private static Stream<Group> sort(@Nullable String order, Stream<Group> groups) {
        if (order == null) {
            return groups;
        }
        Comparator<Group> byName = Comparator.comparing(Group::displayName, String.CASE_INSENSITIVE_ORDER);
        return switch (order) {
            case "displayName", "displayName asc" -> groups.sorted(byName);
            case "displayName desc" -> groups.sorted(byName.reversed());
            default -> throw GraphException.unsupportedQuery("Sorting by '" + order + "' is not supported.");
        };
    }

    private static boolean matches(String clause, Group group) {
        Matcher parts = CLAUSE.matcher(clause);
        if (!parts.matches()) {
            throw GraphException.badRequest("Syntax error: the search clause " + clause + " is not valid.");
        }
        String text = parts.group(1).equals("displayName") ? group.displayName() : group.description();
        String sought = parts.group(2).replaceAll("\\\\(.)", "$1");
        return words(sought).stream().allMatch(word -> words(text).stream().anyMatch(each -> each.startsWith(word)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean satisfies(String clause, Group group) {
        Matcher flag = BOOLEAN.matcher(clause);
        if (flag.matches()) {
            boolean actual = flag.group(1).equalsIgnoreCase("securityEnabled");
            return actual == Boolean.parseBoolean(flag.group(2));
        }
        Matcher equal = EQUALS.matcher(clause);
        if (equal.matches()) {
            return group.displayName().equalsIgnoreCase(equal.group(1).replace("''", "'"));
        }
        Matcher in = IN.matcher(clause);
        if (in.matches()) {
            List<String> ids = Arrays.stream(
                            in.group(1).toLowerCase(Locale.ROOT).split(", ?"))
                    .toList();
            if (ids.size() > MOST_IN) {
                throw GraphException.badRequest("Too many child clauses specified in search filter expression"
                        + " containing 'OR' operators: " + ids.size() + ". Max allowed: " + MOST_IN + ".");
            }
            return ids.contains("'" + group.id() + "'");
        }
        Matcher starts = STARTS.matcher(clause);
        if (starts.matches()) {
            return group.displayName()
                    .toLowerCase(Locale.ROOT)
                    .startsWith(starts.group(1).replace("''", "'").toLowerCase(Locale.ROOT));
        }
        throw GraphException.unsupportedQuery("Unsupported or invalid query filter clause specified: " + clause);
    }
}

package io.patchbay.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Holds every statement that a portal of this JVM sends to the shape that a PostgreSQL distributed by company plans on one shard:
 * it names the company beside the policy, for each of the company's tables in it, and inserts without a query.
 */
final class ShardedStatement {

    private static final Pattern OWNED = Pattern.compile("make_company_owned\\('(\\w+)'\\)");
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|into|update|using)\\s+(\\w+)");
    private static final Pattern NAMED =
            Pattern.compile("company_id\\s*(?:=|in\\b)|\\(\\w*\\.?company_id,[^()]*\\)\\s*(?:=|in\\b)");
    private static final Pattern INSERT =
            Pattern.compile("insert into (\\w+)(?:(?!\\bon conflict\\b).)*\\bselect\\b.*");
    static final Set<String> COMPANY_TABLES = names("migration/V*.sql", OWNED);
    private static final Set<String> FINE = ConcurrentHashMap.newKeySet();
    private static final Map<String, Boolean> OF_COMPANY = new ConcurrentHashMap<>();

    private ShardedStatement() {}

    /** @throws IllegalStateException where it is of another shape */
    static void check(String sql) {
        if (FINE.contains(sql)) {
            return;
        }
        var plain = plain(sql);
        var insert = INSERT.matcher(plain);
        if (insert.matches() && COMPANY_TABLES.contains(insert.group(1))) {
            throw new IllegalStateException("A distributed PostgreSQL refuses a query in an insert: " + sql);
        }
        if (!plain.startsWith("insert ")
                && !plain.startsWith("with noted as ( insert")
                && named(plain) < tables(plain)) {
            throw new IllegalStateException("It does not name the company for each of its tables: " + sql);
        }
        FINE.add(sql);
    }

    /** Whether it is about a table of companies. */
    static boolean isOfCompany(String sql) {
        return OF_COMPANY.computeIfAbsent(sql, statement -> tables(plain(statement)) > 0);
    }

    private static String plain(String sql) {
        return sql.toLowerCase(Locale.ROOT)
                .replaceAll("'[^']*'", "''")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static long named(String sql) {
        return NAMED.matcher(sql).results().count();
    }

    private static long tables(String sql) {
        return TABLE.matcher(sql)
                .results()
                .map(table -> table.group(1))
                .filter(COMPANY_TABLES::contains)
                .count();
    }

    /**
     * What the first group of the pattern finds in scripts of the database, wherever they lie: tests have a folder of the same
     * name.
     */
    static Set<String> names(String scripts, Pattern pattern) {
        try {
            var names = Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:db/" + scripts))
                    .map(ShardedStatement::text)
                    .flatMap(script -> pattern.matcher(script).results())
                    .map((MatchResult name) -> name.group(1))
                    .collect(Collectors.toSet());
            if (names.isEmpty()) {
                throw new IllegalStateException("No script of db/" + scripts + " has " + pattern);
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource script) {
        try {
            return script.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

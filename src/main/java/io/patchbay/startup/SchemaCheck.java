package io.patchbay.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** How far the schema is: this version brings it up to its own, and never down. */
final class SchemaCheck {

    private static final String CHECK = "Schema";
    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

    private SchemaCheck() {}

    static Finding run(Connection connection) throws SQLException {
        return compare(stored(connection), own());
    }

    /**
     * What the two numbers mean.
     *
     * @param stored the highest migration that ran, 0 in an empty database
     * @param own the highest one that this version has
     */
    static Finding compare(int stored, int own) {
        if (stored > own) {
            return Finding.warning(
                    CHECK,
                    "The schema (V%d) is newer than this version of Patchbay (V%d). That is for the time of a rolling upgrade only: start the newer version"
                            .formatted(stored, own));
        }
        return Finding.passed(
                CHECK, stored == own ? "V" + own : "V%d; the start brings it to V%d".formatted(stored, own));
    }

    private static int stored(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select to_regclass('public.flyway_schema_history') is not null")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return 0;
                }
            }
            try (var row = statement.executeQuery("""
                    select coalesce(max(version::int), 0) from flyway_schema_history
                    where success and version ~ '^[0-9]+$'
                    """)) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static int own() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql"))
                    .map(file -> MIGRATION.matcher(Objects.requireNonNull(file.getFilename())))
                    .filter(java.util.regex.Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.patchbay;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The last tagged state of the schema, and what later migrations change of it on purpose.
 *
 * @param properties what {@code db/baseline/baseline.properties} says
 */
record Baseline(Properties properties) {

    static Baseline tagged() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(resource("baseline.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Baseline(properties);
    }

    /** The number of its last migration. */
    String version() {
        return Objects.requireNonNull(properties.getProperty("version"));
    }

    /** SQL that fills its tables. */
    String data() {
        return resource("data.sql");
    }

    String newNameOf(String table) {
        return properties.getProperty("renamed." + table, table);
    }

    String newNameOf(String table, String column) {
        return properties.getProperty("renamed." + table + "." + column, column);
    }

    /** Tables, and columns as {@code table.column}, that are not there any more. */
    Set<String> dropped() {
        return entries("dropped.");
    }

    /** Columns, as {@code table.column}, whose values were changed. */
    Set<String> rewritten() {
        return entries("rewritten.");
    }

    private Set<String> entries(String prefix) {
        var entries = new TreeSet<String>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                entries.add(name.substring(prefix.length()));
            }
        }
        return entries;
    }

    private static String resource(String name) {
        try (var in = Baseline.class.getResourceAsStream("/db/baseline/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

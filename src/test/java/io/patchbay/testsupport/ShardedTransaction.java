package io.patchbay.testsupport;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds every transaction of the portals of this JVM to what a PostgreSQL distributed by company can do: once it has written as
 * the portal's role to a table that is on the nodes, it asks no function that runs as another role, as that one's connections
 * to the nodes do not see what was written. A coordinator's own tables are no matter.
 */
final class ShardedTransaction {

    private static final Pattern OF_ANOTHER_ROLE = Pattern.compile("make_cross_tenant\\('(\\w+)\\(");
    private static final Pattern ON_EVERY_NODE = Pattern.compile("create_reference_table\\('(\\w+)'\\)");
    private static final Pattern WRITE = Pattern.compile("\\b(?:insert into|update|delete from|merge into)\\s+(\\w+)");
    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\s*\\(");
    private static final String OPEN = "";

    private static final Set<String> FUNCTIONS = ShardedStatement.names("migration/V*.sql", OF_ANOTHER_ROLE);
    private static final Set<String> TABLES = tables();

    /** What each open transaction wrote first, by its connection; {@link #OPEN} where it wrote nothing yet. */
    private static final Map<String, String> TRANSACTIONS = new ConcurrentHashMap<>();

    private ShardedTransaction() {}

    static void begun(String connection) {
        TRANSACTIONS.put(connection, OPEN);
    }

    /** What comes next on the connection belongs to another one. */
    static void committed(String connection) {
        TRANSACTIONS.computeIfPresent(connection, (key, wrote) -> OPEN);
    }

    static void ended(String connection) {
        TRANSACTIONS.remove(connection);
    }

    /** @throws IllegalStateException where the statement asks another role after a write */
    static void check(String connection, String sql) {
        var wrote = TRANSACTIONS.get(connection);
        if (wrote == null) {
            return;
        }
        var plain = sql.toLowerCase(Locale.ROOT).replaceAll("'[^']*'", "''");
        if (!wrote.isEmpty() && CALL.matcher(plain).results().anyMatch(call -> FUNCTIONS.contains(call.group(1)))) {
            throw new IllegalStateException("A distributed PostgreSQL refuses what asks another role after a write: "
                    + sql + "\nafter: " + wrote);
        }
        if (wrote.isEmpty() && WRITE.matcher(plain).results().anyMatch(write -> TABLES.contains(write.group(1)))) {
            TRANSACTIONS.put(connection, sql);
        }
    }

    private static Set<String> tables() {
        var tables = new TreeSet<>(ShardedStatement.COMPANY_TABLES);
        tables.addAll(ShardedStatement.names("citus.sql", ON_EVERY_NODE));
        return tables;
    }
}

package io.patchbay.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.support.DefaultConversionService;

/**
 * A database of Patchbay with its roles, made by the very script that an operator runs.
 *
 * @param url JDBC address
 */
public record TestDatabase(String url) {

    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 5;
    private static final int SECONDS_TO_ANSWER = 5;

    /** The administrator's connections that are not in use, by address: opening one takes a hundred times as long as a short question. */
    private static final Map<String, Deque<Connection>> IDLE = new ConcurrentHashMap<>();

    static final String OWNER = "patchbay_owner";
    static final String APPLICATION = "patchbay_app";

    /** Passwords of a throw-away server that listens on loopback only. */
    static final String PASSWORD = "local";

    /** Makes the database unless it is there; the roles likewise. */
    public static TestDatabase named(String name) {
        var server = LocalPostgres.server();
        try (var admin = DriverManager.getConnection(server.url("postgres"), server.user(), server.password())) {
            createDatabase(admin, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var database = new TestDatabase(server.url(name));
        try (var admin = database.asSuperuser();
                var statement = admin.createStatement()) {
            statement.execute(script());
            statement.execute("alter role patchbay_owner password '%s'".formatted(PASSWORD));
            statement.execute("alter role patchbay_app password '%s'".formatted(PASSWORD));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    private static void createDatabase(Connection admin, String name) throws SQLException {
        try (var exists = admin.prepareStatement("select from pg_database where datname = ?")) {
            exists.setString(1, name);
            if (exists.executeQuery().next()) {
                return;
            }
        }
        try (var create = admin.createStatement()) {
            create.execute("create database " + name);
        }
    }

    private static String script() {
        try (var in = TestDatabase.class.getResourceAsStream("/db/roles.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection of one's own as the server's administrator. */
    public Connection asSuperuser() throws SQLException {
        var server = LocalPostgres.server();
        return DriverManager.getConnection(url, server.user(), server.password());
    }

    /** A connection as the role the portal works as. */
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url, APPLICATION, PASSWORD);
    }

    /** The tables that belong to companies: those under row-level security. */
    public List<String> companyTables() {
        return tables("c.relrowsecurity");
    }

    /** How many rows each table of the portal has, without its sessions and jobs. */
    public Map<String, Long> rowCounts() {
        var counts = new TreeMap<String, Long>();
        var tables = tables(
                "relname not in ('spring_session', 'spring_session_attributes', 'scheduled_tasks', 'portal_instance')");
        return ask(admin -> {
            for (var table : tables) {
                counts.put(table, count(admin, table));
            }
            return counts;
        });
    }

    /** Every table, those of sessions and jobs too. */
    public List<String> allTables() {
        return tables("true");
    }

    /**
     * Empties every table but Flyway's own and the bounds of the event log. Most are empty already, and truncating all of them
     * takes a hundred times as long as finding that out. Jobs of the test before may be at work still: then one of the two gives way.
     */
    void empty() {
        var all = tables("relname not in ('flyway_schema_history', 'event_bound')");
        for (int left = TRIES; left > 0; left--) {
            try {
                ask(admin -> {
                    deleteAll(admin, all);
                    return all;
                });
                return;
            } catch (IllegalStateException e) {
                if (left == 1
                        || !(e.getCause() instanceof SQLException cause)
                        || !DEADLOCK.equals(cause.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /** As a replica does, whose tables nothing is checked for. */
    private static void deleteAll(Connection admin, List<String> all) throws SQLException {
        admin.setAutoCommit(false);
        try (var statement = admin.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            statement.execute("lock table " + String.join(", ", all));
            for (var table : filled(admin, all)) {
                statement.addBatch("delete from " + table);
            }
            statement.executeBatch();
            admin.commit();
        }
    }

    private static List<String> filled(Connection admin, List<String> tables) throws SQLException {
        var question = tables.stream()
                .map(table -> "select '%1$s' where exists (select from %1$s)".formatted(table))
                .collect(Collectors.joining(" union all "));
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery(question)) {
            return names(rows);
        }
    }

    private static List<String> names(ResultSet rows) throws SQLException {
        var names = new ArrayList<String>();
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        return names;
    }

    private List<String> tables(String condition) {
        return all("""
                select relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and %s
                """.formatted(condition), String.class);
    }

    /** How many rows a table has, perhaps with a condition, as the server's administrator. */
    public long count(String what) {
        return one("select count(*) from " + what, Long.class);
    }

    /** What a query finds, as the database's administrator. */
    public <T> List<T> all(String query, Class<T> type) {
        return ask(admin -> {
            try (var statement = admin.createStatement();
                    var rows = statement.executeQuery(query)) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(rows.getObject(1, type));
                }
                return found;
            }
        });
    }

    /**
     * The first value of the only row, as the server's administrator. Which of several rows comes first is PostgreSQL's to
     * decide, anew after each vacuum: a query that finds more than one is refused.
     */
    public <T> T one(String query, Class<T> type) {
        return ask(admin -> {
            try (var statement = admin.createStatement();
                    var rows = statement.executeQuery(query)) {
                if (!rows.next()) {
                    throw new AssertionError("No row: " + query);
                }
                var value = DefaultConversionService.getSharedInstance().convert(rows.getObject(1), type);
                if (rows.next()) {
                    throw new AssertionError("More than one row, and so any of them: " + query);
                }
                return value;
            }
        });
    }

    /** How many rows of a table a connection sees. */
    public static long count(Connection connection, String table) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Runs a statement as the server's administrator. */
    public void execute(String sql) {
        ask(admin -> {
            try (var statement = admin.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private interface Question<T> {
        T of(Connection admin) throws SQLException;
    }

    /** A connection on which a question failed is not used again. */
    private <T> T ask(Question<T> question) {
        var idle = IDLE.computeIfAbsent(url, any -> new ConcurrentLinkedDeque<>());
        try {
            var admin = usable(idle.poll());
            try {
                var answer = question.of(admin);
                admin.setAutoCommit(true);
                idle.push(admin);
                return answer;
            } catch (SQLException | RuntimeException | Error e) {
                admin.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server may have ended it meanwhile. */
    private Connection usable(@Nullable Connection kept) throws SQLException {
        if (kept == null) {
            return asSuperuser();
        }
        if (kept.isValid(SECONDS_TO_ANSWER)) {
            return kept;
        }
        kept.close();
        return asSuperuser();
    }

    /** The properties with which the portal uses this database. */
    public Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", APPLICATION,
                "spring.datasource.password", PASSWORD,
                "spring.flyway.url", url,
                "spring.flyway.user", OWNER,
                "spring.flyway.password", PASSWORD);
    }
}

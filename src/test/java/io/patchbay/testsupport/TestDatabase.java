package io.patchbay.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.convert.support.DefaultConversionService;

/**
 * A database of Patchbay with its roles, made by the very script that an operator runs.
 *
 * @param url JDBC address
 */
public record TestDatabase(String url) {

    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 5;

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

    /** A connection as the server's administrator. */
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
        try (var admin = asSuperuser()) {
            for (var table :
                    tables("relname not in ('spring_session', 'spring_session_attributes', 'scheduled_tasks')")) {
                counts.put(table, count(admin, table));
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties every table but Flyway's own and the bounds of the event log. Jobs of the test before may be at work still: then one of the two gives way. */
    void empty() {
        var truncate = "truncate "
                + String.join(", ", tables("relname not in ('flyway_schema_history', 'event_bound')")) + " cascade";
        for (int left = TRIES; left > 0; left--) {
            try {
                execute(truncate);
                return;
            } catch (IllegalStateException e) {
                if (left == 1
                        || !(e.getCause() instanceof SQLException cause && DEADLOCK.equals(cause.getSQLState()))) {
                    throw e;
                }
            }
        }
    }

    private List<String> tables(String condition) {
        try (var admin = asSuperuser();
                var rows = admin.createStatement().executeQuery("""
                        select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and %s
                        """.formatted(condition))) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows a table has, perhaps with a condition, as the server's administrator. */
    public long count(String what) {
        return one("select count(*) from " + what, Long.class);
    }

    /** The first value of the first row, as the server's administrator. */
    public <T> T one(String query, Class<T> type) {
        try (var admin = asSuperuser();
                var rows = admin.createStatement().executeQuery(query)) {
            rows.next();
            return DefaultConversionService.getSharedInstance().convert(rows.getObject(1), type);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
        try (var admin = asSuperuser();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

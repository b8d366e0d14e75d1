package io.patchbay.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/**
 * A database of Patchbay with its roles, made by the very script that an operator runs.
 *
 * @param url JDBC address
 */
public record TestDatabase(String url) {

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

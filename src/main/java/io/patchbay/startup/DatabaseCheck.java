package io.patchbay.startup;

import io.patchbay.startup.DatabaseSettings.Access;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the database answers, is one that Patchbay works with, and is used with the rights that isolation rests on. */
final class DatabaseCheck {

    static final int OLDEST = 15;
    static final int NEWEST = 18;

    private static final String CHECK = "Database";
    private static final String GUIDE = "See src/docs/operations/database.md";

    /** The driver's own, for an address that is none; its message repeats the address with all that is in it. */
    private static final String UNREADABLE = "99999";

    private static final int VERSION_UNIT = 10_000;

    private DatabaseCheck() {}

    /** All of it, as far as it can be looked at; the first finding that fails hides those that depend on it. */
    static List<Finding> run(DatabaseSettings settings) {
        for (var access : List.of(settings.portal(), settings.owner())) {
            if (!access.url().startsWith(DatabaseSettings.PREFIX)) {
                return List.of(Finding.failed(
                        CHECK,
                        "Set %s to the address of the database, such as jdbc:postgresql://host:5432/patchbay. It is %s"
                                .formatted(
                                        access.urlSetting(),
                                        access.url().isEmpty() ? "missing" : "\"" + access.address() + "\"")));
            }
        }
        var findings = new ArrayList<Finding>();
        if (look(settings.portal(), findings, connection -> {
            findings.add(version(connection));
            findings.add(RoleCheck.portal(connection));
        })) {
            look(settings.owner(), findings, connection -> {
                findings.add(RoleCheck.owner(connection));
                findings.add(SchemaCheck.run(connection));
            });
        }
        return findings;
    }

    @FunctionalInterface
    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    private static boolean look(Access access, List<Finding> findings, Look look) {
        try (var connection = access.connect()) {
            look.at(connection);
            return true;
        } catch (SQLException e) {
            findings.add(Finding.failed(CHECK, refusal(access, e)));
            return false;
        }
    }

    private static Finding version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('server_version_num')::int")) {
            row.next();
            return version(row.getInt(1) / VERSION_UNIT);
        }
    }

    static Finding version(int major) {
        if (major < OLDEST) {
            return Finding.failed(
                    CHECK, "PostgreSQL %d is too old. Use PostgreSQL %d to %d".formatted(major, OLDEST, NEWEST));
        }
        return major > NEWEST
                ? Finding.warning(
                        CHECK,
                        "PostgreSQL %d is newer than this version of Patchbay was tried with (%d to %d)"
                                .formatted(major, OLDEST, NEWEST))
                : Finding.passed(CHECK, "PostgreSQL " + major);
    }

    /** Why there is no connection, by the code that PostgreSQL or its driver gives. */
    static String refusal(Access access, SQLException problem) {
        var state = problem.getSQLState() == null ? "" : problem.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                "PostgreSQL doesn't let the role %s in. Set %s to the password of that role; if the role is missing, create it. %s"
                        .formatted(access.user(), access.passwordSetting(), GUIDE);
            case "3D000" ->
                "There is no database at %s. Create it, or correct %s. %s"
                        .formatted(access.address(), access.urlSetting(), GUIDE);
            case "42501" ->
                "The role %s may not use the database at %s. Run src/main/resources/db/roles.sql in it, or correct %s. %s"
                        .formatted(access.user(), access.address(), access.urlSetting(), GUIDE);
            case "53300" ->
                "PostgreSQL has no connection left. Raise max_connections, or lower spring.datasource.hikari.maximum-pool-size";
            case "08001", "08004", "08006", "57P03" ->
                "The database at %s doesn't answer. Start it, or correct %s"
                        .formatted(access.address(), access.urlSetting());
            case UNREADABLE ->
                "Set %s to the address of the database, such as jdbc:postgresql://host:5432/patchbay. It can't be read"
                        .formatted(access.urlSetting());
            default ->
                "The database can't be used as %s: %s (SQLSTATE %s)".formatted(access, problem.getMessage(), state);
        };
    }
}

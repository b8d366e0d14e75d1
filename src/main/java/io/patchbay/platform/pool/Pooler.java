package io.patchbay.platform.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pooler such as PgBouncer between the portal and PostgreSQL. It may hand each transaction to another server process, which
 * does not know the statements that the driver had prepared in the one before; so the driver is to prepare none. Nobody has
 * to say so: a pooler is told by the process ID that it invents for whoever connects.
 */
final class Pooler {

    private static final Logger LOG = LoggerFactory.getLogger(Pooler.class);

    private static final String PREPARE_THRESHOLD = "prepareThreshold";

    private Pooler() {}

    /** Lets the driver prepare no statements where there is one, unless the setting says what to do. */
    static void mind(HikariDataSource pool) {
        if (pool.getDataSourceProperties().containsKey(PREPARE_THRESHOLD)
                || pool.getJdbcUrl() == null
                || pool.getJdbcUrl().contains(PREPARE_THRESHOLD + "=")) {
            return;
        }
        if (isBefore(pool)) {
            LOG.info(
                    "A connection pooler stands before the database: the pool {} prepares no statements",
                    pool.getPoolName());
            pool.addDataSourceProperty(PREPARE_THRESHOLD, "0");
        }
    }

    private static boolean isBefore(HikariDataSource pool) {
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        try (var connection = DriverManager.getConnection(pool.getJdbcUrl(), properties);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            LOG.warn(
                    "The database could not be asked whether a connection pooler stands before it: {}", e.getMessage());
            return false;
        }
    }
}

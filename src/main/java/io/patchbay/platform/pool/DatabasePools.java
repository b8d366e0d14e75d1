package io.patchbay.platform.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Takes a connection from the pool of jobs where a job asks, and from that of requests otherwise. A job that waits for a
 * lock, or many at once, can so never keep a page from its connection.
 */
class DatabasePools extends AbstractDataSource implements AutoCloseable {

    private final Pool requests;
    private final Pool jobs;

    DatabasePools(HikariDataSource requests, HikariDataSource jobs, SqlObservations statements) {
        this.requests = new Pool(requests, statements.of("requests", requests));
        this.jobs = new Pool(jobs, statements.of("jobs", jobs));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Thread.currentThread() instanceof JobThread ? jobs : requests).connection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new UnsupportedOperationException("Both pools belong to the role of the portal");
    }

    /** The pool of requests, where it is asked for. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(requests.source) ? type.cast(requests.source) : super.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(requests.source) || super.isWrapperFor(type);
    }

    @Override
    public void close() {
        jobs.source.close();
        requests.source.close();
    }

    /**
     * One pool. Where the database is away, only one try in a while waits for it: a page asks several times, and would take
     * as many times as long to say so.
     */
    private static final class Pool {

        private static final long WHILE = Duration.ofSeconds(1).toNanos();

        private final HikariDataSource source;
        private final DataSource measured;
        private final AtomicReference<@Nullable Long> away = new AtomicReference<>();

        Pool(HikariDataSource source, DataSource measured) {
            this.source = source;
            this.measured = measured;
        }

        Connection connection() throws SQLException {
            var since = away.get();
            if (since != null && System.nanoTime() - since < WHILE) {
                throw new SQLTransientConnectionException("The database is away");
            }
            try {
                var connection = measured.getConnection();
                away.set(null);
                return connection;
            } catch (SQLTransientConnectionException e) {
                var pool = source.getHikariPoolMXBean();
                if (pool == null || pool.getTotalConnections() == 0) {
                    away.set(System.nanoTime());
                }
                throw e;
            }
        }
    }
}

package io.patchbay.platform.pageview;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.function.SingletonSupplier;

/**
 * Lets page views to their connections in the order in which they came. The pool itself has no order: where more pages are
 * asked for than it has connections, whoever comes just when one is given back takes it before those who wait, and some
 * people would wait several times as long as others. A few connections are left for what a page view does beside its own.
 */
@Component
class PageTurns implements MeterBinder {

    private static final int LEFT_FOR_OTHERS = 2;

    private final Supplier<Line> line;

    PageTurns(ObjectProvider<DataSource> source) {
        this.line = SingletonSupplier.of(() -> Line.of(source.getObject()));
    }

    private record Line(Semaphore turns, long patienceMillis) {

        static Line of(DataSource source) {
            try {
                var pool = source.unwrap(HikariDataSource.class);
                return new Line(
                        new Semaphore(Math.max(1, pool.getMaximumPoolSize() - LEFT_FOR_OTHERS), true),
                        pool.getConnectionTimeout());
            } catch (SQLException e) {
                throw new IllegalStateException("Requests have a pool of connections", e);
            }
        }

        void enter() throws InterruptedException, SQLException {
            if (!turns.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException(
                        "No connection for a page within %d ms".formatted(patienceMillis));
            }
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("patchbay.pages.waiting", line, all -> all.get().turns().getQueueLength())
                .description("Page views that wait for their turn at the database")
                .register(registry);
    }

    /**
     * Waits for the turn of a page view.
     *
     * @return ends the turn, to be called once
     * @throws CannotCreateTransactionException where it does not come within the time that the pool has for a connection
     */
    Runnable await() {
        var entered = line.get();
        try {
            entered.enter();
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("Too many pages are asked for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("The instance is being stopped", e);
        }
        return entered.turns()::release;
    }
}

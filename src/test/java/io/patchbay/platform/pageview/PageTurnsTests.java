package io.patchbay.platform.pageview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.patchbay.platform.jdbc.DatabaseFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.CannotCreateTransactionException;

/** Who waits for a page, and how long. */
class PageTurnsTests {

    private static PageTurns turns(int connections, Duration patience) {
        var pool = new HikariDataSource();
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(patience.toMillis());
        return new PageTurns(new StaticListableBeanFactory(Map.of("pool", pool)).getBeanProvider(DataSource.class));
    }

    @Test
    void whoCameFirstIsServedFirst() throws InterruptedException {
        var turns = turns(3, Duration.ofMinutes(1));
        var meters = new SimpleMeterRegistry();
        turns.bindTo(meters);
        var first = turns.await();
        var served = new CopyOnWriteArrayList<Integer>();
        var waiting = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            var thread = Thread.ofPlatform().start(() -> {
                var turn = turns.await();
                served.add(number);
                turn.run();
            });
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
            waiting.add(thread);
        }
        var gauge = meters.get("patchbay.pages.waiting").gauge();
        assertThat(gauge.value()).isEqualTo(8);
        first.run();
        for (var thread : waiting) {
            thread.join();
        }
        assertThat(served).isEqualTo(IntStream.range(0, 8).boxed().toList());
        assertThat(gauge.value()).isZero();
    }

    @Test
    void twoConnectionsAreLeftForOthers() {
        var turns = turns(4, Duration.ofMillis(250));
        List.of(turns.await(), turns.await());
        assertThatThrownBy(turns::await)
                .isInstanceOfSatisfying(
                        CannotCreateTransactionException.class,
                        refused -> assertThat(DatabaseFault.of(refused)).contains(DatabaseFault.UNREACHABLE));
    }

    @Test
    void evenTheSmallestPoolServesAPage() {
        var turns = turns(1, Duration.ofMillis(250));
        turns.await().run();
        turns.await().run();
    }
}

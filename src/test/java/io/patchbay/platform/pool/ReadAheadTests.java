package io.patchbay.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.ObservationRegistry;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Pieces are worked on in their order, and the next is there by then. */
class ReadAheadTests {

    private static final CompanyId COMPANY = new CompanyId(new UUID(7, 7));

    private final ReadAhead ahead = new ReadAhead(new Handover(ObservationRegistry.NOOP));
    private final List<Object> worked = new ArrayList<>();

    @AfterEach
    void close() {
        ahead.close();
    }

    @Test
    void thePieceAfterItIsReadMeanwhile() throws Exception {
        var second = new CountDownLatch(1);
        inCompany(() -> ahead.each(
                () -> 1, piece -> piece == 1 ? Optional.of(() -> read(2, second)) : Optional.empty(), piece -> {
                    assertThat(second.await(1, TimeUnit.MINUTES)).isTrue();
                    worked.add(piece);
                }));
        assertThat(worked).containsExactly(1, 2);
    }

    private static int read(int piece, CountDownLatch latch) {
        latch.countDown();
        return piece;
    }

    @Test
    void anotherThreadReadsForTheCaller() throws Exception {
        inCompany(() -> Correlation.call("c0ffee", () -> {
            ahead.each(
                    () -> List.of(
                            Current.company(), Current.actor().name(), Correlation.current(), Thread.currentThread()),
                    piece -> Optional.empty(),
                    worked::addAll);
            return true;
        }));
        assertThat(worked.removeLast()).isNotEqualTo(Thread.currentThread());
        assertThat(worked).containsExactly(COMPANY, "Reader", Optional.of("c0ffee"));
    }

    @Test
    void whatFailsIsThrown() throws Exception {
        Supplier<Integer> broken = () -> {
            throw new IllegalArgumentException("unreadable");
        };
        inCompany(() -> {
            assertThatThrownBy(() -> ahead.each(() -> 1, piece -> Optional.of(broken), worked::add))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("unreadable");
            assertThat(worked).containsExactly(1);
        });
    }

    @Test
    void whoeverDoesNotListenIsNotReadForAnyFurther() throws Exception {
        var read = new AtomicInteger();
        inCompany(() -> assertThatThrownBy(
                        () -> ahead.each(read::incrementAndGet, piece -> Optional.of(read::incrementAndGet), piece -> {
                            throw new IOException("nobody listens");
                        }))
                .isInstanceOf(IOException.class));
        await().until(() -> read.get() == 2);
        assertThat(worked).isEmpty();
    }

    @Test
    void jobsAndTransactionsAreRefused() throws Exception {
        var refused = new CompletableFuture<Throwable>();
        new JobThread(() -> refused.complete(catchThrowable(
                        () -> inCompany(() -> ahead.each(() -> 1, piece -> Optional.empty(), worked::add)))))
                .start();
        assertThat(refused.get()).isInstanceOf(IllegalStateException.class);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            inCompany(() -> assertThatThrownBy(() -> ahead.each(() -> 1, piece -> Optional.empty(), worked::add))
                    .isInstanceOf(IllegalStateException.class));
        } finally {
            TransactionSynchronizationManager.clear();
        }
        assertThat(worked).isEmpty();
    }

    private static void inCompany(Current.Action<Exception> action) throws Exception {
        Current.as(COMPANY, new Actor.Machine("Reader"), () -> {
            action.run();
            return true;
        });
    }
}

package io.patchbay.platform.pool;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Goes through what is too much for the memory, piece by piece: each is read while the one before it is worked on, so that
 * database and portal do not wait for each other. There are two pieces in memory at the most. What is being read
 * when the work on the piece before it fails ends by itself.
 */
@Component
public class ReadAhead implements AutoCloseable {

    private final Handover handover;
    /** Virtual ones would be parked and woken for each few kilobytes of a large answer. */
    private final ExecutorService readers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("read-ahead-", 0).factory());

    ReadAhead(Handover handover) {
        this.handover = handover;
    }

    /** What is done with a piece. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        void on(T piece) throws X;
    }

    /**
     * Works on each, in their order, in the caller's thread.
     *
     * @param first reads the first piece, in another thread, for the caller's company and actor
     * @param following how the piece after one is read; empty after the last
     * @throws RuntimeException what reading threw
     * @throws CancellationException where the instance is being stopped
     * @throws IllegalStateException inside a transaction, to which the reader would not belong, and in a job, whose database
     *     connections it would not use
     */
    public <T, X extends Exception> void each(
            Supplier<T> first, Function<T, Optional<Supplier<T>>> following, Work<T, X> work) throws X {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                || Thread.currentThread() instanceof JobThread) {
            throw new IllegalStateException("Reading ahead takes a connection of its own");
        }
        var next = Optional.of(readers.submit(handover.asCaller(first)));
        while (next.isPresent()) {
            var piece = Handover.answer(next.get());
            next = following.apply(piece).map(read -> readers.submit(handover.asCaller(read)));
            work.on(piece);
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}

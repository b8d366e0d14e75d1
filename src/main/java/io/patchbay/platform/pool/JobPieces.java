package io.patchbay.platform.pool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Does pieces of a job at the same time: one that waits for Microsoft's answer keeps no other waiting. All jobs of the instance
 * share its threads, which are threads of jobs to the database as well.
 */
@Component
public class JobPieces implements AutoCloseable {

    /** How many pieces are done at once. */
    public static final int AT_ONCE = 8;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), JobThread::new);

    private final Handover handover;

    JobPieces(Handover handover) {
        this.handover = handover;
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does all of them, for the company and the actor, under the correlation ID and in the trace of the caller.
     *
     * @return their answers, in their order
     * @throws RuntimeException what a piece threw, once all of them have ended
     * @throws CancellationException where the instance is being stopped
     */
    public <T> List<T> together(List<Supplier<T>> pieces) {
        try {
            return threads.invokeAll(pieces.stream().map(handover::asCaller).toList()).stream()
                    .map(Handover::answer)
                    .toList();
        } catch (InterruptedException e) {
            throw Handover.stopped(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

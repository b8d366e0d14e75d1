package io.patchbay.platform.pool;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Current;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    private final ObservationRegistry observations;

    JobPieces(ObservationRegistry observations) {
        this.observations = observations;
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
        var scope = Current.scope().orElseThrow();
        var correlation = Correlation.current().orElseThrow();
        var observed = observations.getCurrentObservation();
        try {
            var answers = new ArrayList<T>();
            for (var done : threads.invokeAll(pieces.stream()
                    .map(piece -> (Callable<T>) () ->
                            Current.in(scope, () -> Correlation.call(correlation, within(observed, piece))))
                    .toList())) {
                answers.add(answer(done));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("The instance is being stopped").initCause(e);
        }
    }

    /** Belongs to the same trace. */
    private static <T> Supplier<T> within(@Nullable Observation observed, Supplier<T> piece) {
        return observed == null ? piece : () -> observed.scoped(piece);
    }

    private static <T> T answer(Future<T> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package io.patchbay.platform.pool;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Current;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Work that one thread hands over to another. */
@Component
class Handover {

    private final ObservationRegistry observations;

    Handover(ObservationRegistry observations) {
        this.observations = observations;
    }

    /** The work as the caller would do it: for its company and actor, under its correlation ID and in its trace. */
    <T> Callable<T> asCaller(Supplier<T> work) {
        var scope = Current.scope().orElseThrow();
        var traced = within(observations.getCurrentObservation(), work);
        var correlated = under(Correlation.current().orElse(null), traced);
        return () -> Current.in(scope, correlated::get);
    }

    private static <T> Supplier<T> within(@Nullable Observation observed, Supplier<T> work) {
        return observed == null ? work : () -> observed.scoped(work);
    }

    private static <T> Supplier<T> under(@Nullable String correlation, Supplier<T> work) {
        return correlation == null ? work : () -> Correlation.call(correlation, work);
    }

    /**
     * What came of it, once it has ended.
     *
     * @throws RuntimeException what the work threw
     * @throws CancellationException where the instance is being stopped
     */
    static <T> T answer(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    static CancellationException stopped(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return (CancellationException) new CancellationException("The instance is being stopped").initCause(cause);
    }
}

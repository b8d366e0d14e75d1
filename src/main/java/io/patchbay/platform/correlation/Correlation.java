package io.patchbay.platform.correlation;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The identifier that ties a request or a job to its log lines, its events and the page that reports its failure. */
public final class Correlation {

    public static final String KEY = "correlationId";
    public static final String HEADER = "X-Correlation-Id";

    private Correlation() {}

    /** The identifier of what this thread is doing, if it does something on behalf of a request or a job. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /** Runs a piece of work under the given identifier, and puts back the one from before. */
    public static void run(String id, Runnable work) {
        call(id, () -> {
            work.run();
            return true;
        });
    }

    /** The same for work that has a result. */
    public static <T> T call(String id, Supplier<T> work) {
        String before = MDC.get(KEY);
        MDC.put(KEY, id);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    public static void restore(@Nullable String before) {
        if (before == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, before);
        }
    }
}

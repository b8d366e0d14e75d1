package io.patchbay.monitoring.failure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job whose last run failed.
 *
 * @param instance which of its kind; empty where there is only one
 * @param times how many runs in a row failed
 * @param cause kinds of error from the outermost to the cause, and where; never their messages, which may name a company
 * @param next when it runs again
 * @param running whether it runs just now
 */
public record FailingJob(
        String task,
        String instance,
        int times,
        @Nullable Instant failedAt,
        @Nullable String cause,
        Instant next,
        boolean running) {}

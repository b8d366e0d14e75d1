package io.patchbay.platform.problem;

import java.time.Duration;

/** The visitor asks too often (429); the answer says when to try again. */
public class TooManyRequestsException extends RuntimeException {

    private final Duration retryAfter;

    /** Takes how long to wait before the next attempt. */
    public TooManyRequestsException(Duration retryAfter) {
        super("Too many requests");
        this.retryAfter = retryAfter;
    }

    /** The wait in whole seconds, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, this.retryAfter.plusNanos(999_999_999).toSeconds());
    }

    /** The wait in whole minutes, at least one. */
    public long retryAfterMinutes() {
        return (retryAfterSeconds() + 59) / 60;
    }
}

package io.patchbay.platform.job;

import java.time.Duration;

/**
 * How long to wait before something that failed is tried again: each time twice as long.
 *
 * @param first after the first failure
 * @param longest after which it grows no more
 */
public record Backoff(Duration first, Duration longest) {

    private static final int DOUBLED_AT_MOST = 30;

    public Backoff {
        if (!first.isPositive() || !longest.isPositive()) {
            throw new IllegalArgumentException(
                    "Waits are longer than nothing, unlike %s and %s".formatted(first, longest));
        }
    }

    /**
     * The wait after a failure.
     *
     * @param failuresBefore how often it failed in a row before this failure, 0 for the first
     */
    public Duration after(int failuresBefore) {
        if (failuresBefore >= DOUBLED_AT_MOST) {
            return longest;
        }
        var doubled = first.multipliedBy(1L << Math.max(failuresBefore, 0));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** The same, where the other side asked for a time of its own: the longer of the two, and no longer than the longest. */
    public Duration after(int failuresBefore, Duration askedFor) {
        var own = after(failuresBefore);
        if (askedFor.compareTo(own) <= 0) {
            return own;
        }
        return askedFor.compareTo(longest) > 0 ? longest : askedFor;
    }
}

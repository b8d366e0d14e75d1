package io.patchbay.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often and how long a removal is tried until it is given up, so that every removal comes to an end: six tries of its own,
 * a day after it was asked for where it could not even be tried, or 30 days after that where a person has to decide on it. What
 * is given up stays behind with the last reason.
 */
public final class RemovalPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalPolicy.class);
    private static final int TRIES_AT_MOST = 6;
    private static final Backoff BETWEEN_TRIES = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private RemovalPolicy() {}

    /** What follows from a try. */
    public sealed interface Next {

        /** Nothing: it is gone. */
        record Done() implements Next {}

        /** Nothing: it stays behind for that reason. */
        record GivenUp(Removal.Obstacle obstacle, String reason) implements Next {}

        /**
         * Another try.
         *
         * @param from not before
         * @param counts whether the try that was made counts
         * @param alone whether others need not wait too
         */
        record Again(Instant from, boolean counts, boolean alone, String reason) implements Next {}
    }

    /**
     * Decides what follows from a try.
     *
     * @param triesBefore how many tries counted before this one
     * @param since when the removal was asked for
     */
    public static Next after(Removal removal, int triesBefore, Instant since, Instant now) {
        return switch (removal) {
            case Removal.Removed removed -> new Next.Done();
            case Removal.Left(var obstacle, var reason) -> new Next.GivenUp(obstacle, reason);
            case Removal.TryAgain(var obstacle, var reason) ->
                triesBefore + 1 >= TRIES_AT_MOST
                        ? new Next.GivenUp(obstacle, reason)
                        : new Next.Again(now.plus(BETWEEN_TRIES.after(triesBefore)), true, true, reason);
            case Removal.NotNow(var after, var obstacle, var reason) ->
                RetryLimits.over(RetryLimits.PASSING, since, now)
                        ? new Next.GivenUp(obstacle, reason)
                        : new Next.Again(now.plus(after), false, false, reason);
            case Removal.Undecided(var after, var reason) ->
                RetryLimits.over(RetryLimits.DECISION, since, now)
                        ? new Next.GivenUp(Removal.Obstacle.AWAITING_APPROVAL, reason)
                        : new Next.Again(now.plus(after), false, true, reason);
        };
    }

    /**
     * Makes a try; what nobody expected is logged and counts like any other failure.
     *
     * @param what what is to be removed, for the log
     * @param unexpected what people are told where it fails unexpectedly
     */
    public static Removal attempt(String what, String unexpected, Supplier<Removal> removal) {
        try {
            return removal.get();
        } catch (RuntimeException e) {
            LOG.error("Removing {} failed", what, e);
            return new Removal.TryAgain(Removal.Obstacle.UNEXPECTED, unexpected);
        }
    }
}

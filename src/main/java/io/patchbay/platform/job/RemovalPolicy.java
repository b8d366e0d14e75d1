package io.patchbay.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often and how long a removal is tried until it is given up, so that every removal comes to an end: six tries of its own,
 * five minutes on end in which it was refused in a way that may pass, a day on end in which it could not even be tried, or 30
 * days after it was asked for where a person has to decide on it. What is given up stays behind with the last reason.
 */
public final class RemovalPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalPolicy.class);
    private static final int TRIES_AT_MOST = 6;
    private static final Backoff BETWEEN_TRIES = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private RemovalPolicy() {}

    /**
     * How a removal stands.
     *
     * @param since when it was asked for
     * @param tries how many tries counted
     * @param failingSince since when it failed in ways that may pass; null where something else came of the last try
     * @param unsettledSince since when it was refused in a way that may pass; null where it was not, the last time
     */
    public record Standing(
            Instant since,
            int tries,
            @Nullable Instant failingSince,
            @Nullable Instant unsettledSince) {

        Standing tried() {
            return new Standing(since, tries + 1, null, null);
        }

        Standing unsettled(Instant now) {
            return new Standing(since, tries, first(failingSince, now), first(unsettledSince, now));
        }

        Standing failing(Instant now) {
            return new Standing(since, tries, first(failingSince, now), null);
        }

        Standing heard() {
            return new Standing(since, tries, null, null);
        }

        /** Whether it was refused for so long, or failed one way or the other, that it is given up. */
        boolean settled(Instant now) {
            return RetryLimits.over(RetryLimits.SETTLING, unsettledSince, now)
                    || RetryLimits.over(RetryLimits.PASSING, failingSince, now);
        }

        private static Instant first(@Nullable Instant before, Instant now) {
            return before == null ? now : before;
        }
    }

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
         * @param standing how the removal stands after the try that was made
         * @param alone whether others need not wait too
         */
        record Again(Instant from, Standing standing, boolean alone, String reason) implements Next {}
    }

    /**
     * Decides what follows from a try.
     *
     * @param standing how the removal stood before it
     */
    public static Next after(Removal removal, Standing standing, Instant now) {
        return switch (removal) {
            case Removal.Found(var id, var then) -> after(then, standing, now);
            case Removal.Removed removed -> new Next.Done();
            case Removal.Left(var obstacle, var reason) -> new Next.GivenUp(obstacle, reason);
            case Removal.TryAgain(var obstacle, var reason) ->
                standing.tries() + 1 >= TRIES_AT_MOST
                        ? new Next.GivenUp(obstacle, reason)
                        : new Next.Again(
                                now.plus(BETWEEN_TRIES.after(standing.tries())), standing.tried(), true, reason);
            case Removal.NotYet(var after, var obstacle, var reason) ->
                standing.settled(now)
                        ? new Next.GivenUp(obstacle, reason)
                        : new Next.Again(now.plus(after), standing.unsettled(now), true, reason);
            case Removal.NotNow(var after, var obstacle, var reason) ->
                RetryLimits.over(RetryLimits.PASSING, standing.failingSince(), now)
                        ? new Next.GivenUp(obstacle, reason)
                        : new Next.Again(now.plus(after), standing.failing(now), false, reason);
            case Removal.Undecided(var after, var reason) ->
                RetryLimits.over(RetryLimits.DECISION, standing.since(), now)
                        ? new Next.GivenUp(Removal.Obstacle.AWAITING_APPROVAL, reason)
                        : new Next.Again(now.plus(after), standing.heard(), true, reason);
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

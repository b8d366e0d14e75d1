package io.patchbay.platform.job;

import java.time.Duration;

/** What came of a try to take something away from a system that may refuse, be busy, or not answer. */
public sealed interface Removal {

    /** Why something is still there, for whoever counts and filters; the reason says it in words. */
    enum Obstacle {
        /** Somebody chose that it stays. */
        CHOSEN,
        /** People use it in a way that is not ours to end. */
        IN_USE,
        /** Something else depends on it. */
        RELATED,
        /** Somebody there has to agree first. */
        AWAITING_APPROVAL,
        /** The system does not let us. */
        REFUSED,
        /** The system cannot be reached, or does not let us in at all. */
        UNREACHABLE,
        /** A failure of our own. */
        UNEXPECTED
    }

    /** It is gone, or was gone before. */
    record Removed() implements Removal {}

    /** It is not gone, but may be if asked again. The try counts: see {@link RemovalPolicy}. */
    record TryAgain(Obstacle obstacle, String reason) implements Removal {}

    /**
     * The system says of this one that it cannot be removed, which it says too while it propagates something: waited for as
     * long as anywhere else, {@link RetryLimits#SETTLING}. Counts as no try, and keeps nothing else waiting.
     *
     * @param after how long not to ask again
     */
    record NotYet(Duration after, Obstacle obstacle, String reason) implements Removal {}

    /**
     * It could not be tried, for a reason that is not its own, such as throttling. Counts as no try.
     *
     * @param after how long not to ask again
     */
    record NotNow(Duration after, Obstacle obstacle, String reason) implements Removal {}

    /**
     * A person has to decide on it, which is waited for as long as anywhere else: {@link RetryLimits#DECISION}. Counts as no
     * try, and keeps nothing else waiting.
     *
     * @param after how long not to ask again
     */
    record Undecided(Duration after, String reason) implements Removal {}

    /**
     * It was found under an identifier that whoever asked did not know; and what came of the try then.
     *
     * @param id its identifier in the other system
     */
    record Found(String id, Removal then) implements Removal {}

    /** It cannot be taken away and stays behind. */
    record Left(Obstacle obstacle, String reason) implements Removal {}
}

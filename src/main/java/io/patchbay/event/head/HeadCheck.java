package io.patchbay.event.head;

import java.time.Instant;

/** What came of comparing the log with a signed head that was kept outside of the database. */
public sealed interface HeadCheck {

    /** The log still has all that it had then, unchanged. */
    record Contained(long seq, Instant at) implements HeadCheck {}

    /** The log had something else in it then. */
    record Different(long seq, Instant at) implements HeadCheck {}

    /** The log reached further then than it does now: entries at its end were removed, or an older state was restored. */
    record Shorter(long seq, Instant at, long now) implements HeadCheck {}

    /** Retention has deleted everything that the head speaks of, so there is nothing to compare. */
    record Expired(long seq, Instant at) implements HeadCheck {}

    /** No key of this portal signed it for this company. */
    record Unknown() implements HeadCheck {}

    /** Whether it shows that the log is not what it was. */
    default boolean broken() {
        return this instanceof Different || this instanceof Shorter;
    }
}

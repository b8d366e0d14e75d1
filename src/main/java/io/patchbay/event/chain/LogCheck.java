package io.patchbay.event.chain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of verifying the log. */
public sealed interface LogCheck {

    /**
     * Every entry is as it was written, none is missing and none was slipped in.
     *
     * @param entries how many were looked at
     * @param waiting how many newer ones are not sealed yet
     */
    record Intact(long entries, long waiting) implements LogCheck {

        /** Whether there was nothing to look at. */
        public boolean nothing() {
            return entries == 0;
        }
    }

    /**
     * The first entry that is not as it should be.
     *
     * @param kind in which way
     * @param number its place in the chain, 0 where it has none
     * @param event its identifier, where that is known
     * @param title as it stands in the log now, null where it is gone
     */
    record Broken(
            BreakKind kind,
            long number,
            @Nullable UUID event,
            @Nullable Instant at,
            @Nullable String title) implements LogCheck {}

    /** What is wrong with an entry. */
    enum BreakKind {
        /** It is not what was written. */
        CHANGED,
        /** It was written and is gone. */
        MISSING,
        /** It is there, and Patchbay did not write it. */
        INSERTED,
        /** The end of the chain is not where it was. */
        CUT_OFF,
        /** The log does not begin with what every company's log begins with. */
        EMPTIED
    }
}

package io.patchbay.event.chain;

import org.jspecify.annotations.Nullable;

/**
 * Where a company's chain begins and ends.
 *
 * @param head the newest link
 * @param anchor the last link that retention took away
 */
public record ChainEnds(End head, End anchor) {

    static final byte[] ORIGIN = new byte[32];

    /**
     * One end.
     *
     * @param seq number of its link, 0 while there is none
     * @param mac keyed hash over the rest
     * @param digest what others can compute from the entries; null in a chain of an earlier version
     */
    public record End(long seq, byte[] hash, byte[] mac, byte @Nullable [] digest) {}

    /** Number of the newest link, 0 before the first. */
    public long headSeq() {
        return head.seq();
    }

    /** Number of the last link that retention took away, 0 while none was. */
    public long anchorSeq() {
        return anchor.seq();
    }
}

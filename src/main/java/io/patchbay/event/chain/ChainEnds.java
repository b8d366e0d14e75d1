package io.patchbay.event.chain;

/**
 * Where a company's chain begins and ends.
 *
 * @param headSeq number of the newest link, 0 before the first
 * @param anchorSeq number of the last link that retention took away, 0 while none was
 */
public record ChainEnds(
        long headSeq, byte[] headHash, byte[] headMac, long anchorSeq, byte[] anchorHash, byte[] anchorMac) {

    static final byte[] ORIGIN = new byte[32];
}

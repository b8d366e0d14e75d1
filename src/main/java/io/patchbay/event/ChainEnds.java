package io.patchbay.event;

/**
 * Where a company's chain begins and ends.
 *
 * @param headSeq number of the newest link, 0 before the first
 * @param anchorSeq number of the last link that retention took away, 0 while none was
 */
record ChainEnds(long headSeq, byte[] headHash, byte[] headMac, long anchorSeq, byte[] anchorHash, byte[] anchorMac) {

    static final byte[] ORIGIN = new byte[32];
}

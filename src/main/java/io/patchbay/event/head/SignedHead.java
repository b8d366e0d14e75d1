package io.patchbay.event.head;

import io.patchbay.platform.tenancy.CompanyId;
import java.time.Instant;

/**
 * That a company's log reached a number, and what was in it up to there.
 *
 * @param seq number of the newest entry
 * @param digest over all entries up to it
 * @param at when it was signed
 */
public record SignedHead(CompanyId company, long seq, byte[] digest, Instant at) {}

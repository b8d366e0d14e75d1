package io.patchbay.support.grant;

import java.time.Instant;
import java.util.UUID;

/**
 * Support asks to be let in.
 *
 * @param askedBy the name of who asks
 * @param ticket the number of the case it is about
 */
public record SupportRequest(UUID id, String askedBy, String ticket, String reason, Instant askedAt) {}

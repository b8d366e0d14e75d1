package io.patchbay.company.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for access as whoever asked sees it.
 *
 * @param askedAt when it was made
 * @param renewedAt when its administrators were last reminded of it, null for never
 * @param renewable whether they can be reminded now
 * @param renewableFrom from when on they can be
 */
public record WaitingRequest(Instant askedAt, @Nullable Instant renewedAt, boolean renewable, Instant renewableFrom) {}

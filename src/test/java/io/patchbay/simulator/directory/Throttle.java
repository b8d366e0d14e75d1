package io.patchbay.simulator.directory;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many Graph calls will be answered with 429.
 *
 * @param retryAfter what the header says; null for no header
 */
public record Throttle(int responses, @Nullable Duration retryAfter) {
    static final Throttle NONE = new Throttle(0, null);
}

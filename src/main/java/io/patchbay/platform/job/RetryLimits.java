package io.patchbay.platform.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long work in another system is tried until it is given up; the one place that says so, for everything durable. */
public final class RetryLimits {

    /** For what may pass, such as an outage, throttling, or a state that is being waited for. */
    public static final Duration PASSING = Duration.ofHours(24);

    /**
     * For answers that Intune gives while it propagates something, and gives for ever where it means them: 404, 409, 412 and
     * the like.
     */
    public static final Duration SETTLING = Duration.ofMinutes(5);

    /** For the decision of a person. */
    public static final Duration DECISION = Duration.ofDays(30);

    private RetryLimits() {}

    /**
     * Whether that is over.
     *
     * @param since when it began; null where it did not
     */
    public static boolean over(Duration limit, @Nullable Instant since, Instant now) {
        return since != null && since.plus(limit).isBefore(now);
    }
}

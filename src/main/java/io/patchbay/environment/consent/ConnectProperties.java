package io.patchbay.environment.consent;

import io.patchbay.platform.job.Backoff;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How consent is verified after it was given.
 *
 * @param verifyAtMost How long to wait for consent to become visible in the tenant's directory.
 * @param firstDelay Wait after the first look; each further wait is twice as long.
 * @param longestDelay Longest wait between two looks.
 */
@Validated
@ConfigurationProperties("patchbay.connect")
record ConnectProperties(
        @NotNull @DefaultValue("10m") Duration verifyAtMost,
        @NotNull @DefaultValue("1s") Duration firstDelay,
        @NotNull @DefaultValue("15s") Duration longestDelay) {

    Duration delayAfter(int looks) {
        return new Backoff(firstDelay, longestDelay).after(looks - 1);
    }
}

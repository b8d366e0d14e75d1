package io.patchbay.environment.health;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How connections are checked.
 *
 * @param every How often each connection is checked. The checks are spread over this time.
 */
@Validated
@ConfigurationProperties("patchbay.check")
record CheckProperties(@NotNull @DefaultValue("1h") Duration every) {

    CheckProperties {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("Set patchbay.check.every to a duration such as 1h");
        }
    }
}

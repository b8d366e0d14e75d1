package io.patchbay.environment.connection;

import io.patchbay.environment.Feature;
import org.jspecify.annotations.Nullable;

/**
 * A feature as the connection's page lists it.
 *
 * @param reason why it is off, null where it is on
 */
public record FeatureRow(Feature feature, @Nullable String reason) {

    /** Whether it works. */
    public boolean on() {
        return reason == null;
    }
}

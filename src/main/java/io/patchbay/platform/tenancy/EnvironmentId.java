package io.patchbay.platform.tenancy;

import java.util.UUID;

/** Identifies an environment within its company. */
public record EnvironmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

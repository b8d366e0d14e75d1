package io.patchbay.platform.tenancy;

import java.util.UUID;

/** Identifies a person's membership in one company. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

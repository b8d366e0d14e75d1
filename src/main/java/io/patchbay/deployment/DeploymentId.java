package io.patchbay.deployment;

import java.util.UUID;

/** Identifies a deployment within its company. */
public record DeploymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

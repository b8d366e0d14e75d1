package io.patchbay.deployment.model;

import java.util.UUID;

/** Identifies a deployment within its company. */
public record DeploymentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

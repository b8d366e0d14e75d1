package io.patchbay.deployment;

import io.patchbay.tenancy.EnvironmentId;

/** The publishing of a version was given up. */
public record DeploymentFailed(
        EnvironmentId environment, DeploymentId deployment, String appName, String version, String cause) {}

package io.patchbay.deployment;

import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.platform.tenancy.EnvironmentId;

/** The publishing of a version was given up. */
public record DeploymentFailed(
        EnvironmentId environment, DeploymentId deployment, String appName, String version, String cause) {}

package io.patchbay.deployment.model;

import io.patchbay.catalog.AppId;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;

/** A deployment as it is stored. */
public record Deployment(
        DeploymentId id,
        EnvironmentId environment,
        AppId app,
        String appName,
        String publisher,
        DeploymentState state,
        DeploymentSpec spec,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        int version) {}

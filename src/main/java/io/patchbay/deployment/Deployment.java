package io.patchbay.deployment;

import io.patchbay.catalog.AppId;
import io.patchbay.tenancy.EnvironmentId;
import java.time.Instant;

/** A deployment as it is stored. */
record Deployment(
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

package io.patchbay.environment.disconnect;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.UUID;

/** The last disconnect of an environment, whose report stays to be read. */
public record DisconnectSummary(EnvironmentId environment, UUID run, UUID tenantId, String tenantName) {}

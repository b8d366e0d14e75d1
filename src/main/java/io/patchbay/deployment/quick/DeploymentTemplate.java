package io.patchbay.deployment.quick;

import java.time.Instant;
import java.util.UUID;

/** Defaults that a company keeps by a name. What they name may be gone. */
public record DeploymentTemplate(UUID id, String name, QuickDefaults defaults, Instant changedAt, String changedBy) {

    /** The longest name. */
    public static final int NAME_AT_MOST = 100;
}

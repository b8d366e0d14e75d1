package io.patchbay.deployment.quick;

import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.platform.tenancy.EnvironmentId;
import org.jspecify.annotations.Nullable;

/**
 * An application in an environment, of a quick deployment that was begun.
 *
 * @param deployment what became of it; null where nothing did yet, or never will
 * @param reason why nothing did; null while it is waited for
 * @param figures how all of the quick deployment stand
 */
public record QuickItem(
        String app,
        String name,
        EnvironmentId environment,
        @Nullable DeploymentId deployment,
        @Nullable String reason,
        Figures figures) {

    /**
     * How many there are.
     *
     * @param moving of which something is still to be done without anybody
     * @param failed which were not deployed, or failed
     */
    public record Figures(int total, int moving, int published, int failed) {}
}

package io.patchbay.deployment.web;

import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.VersionView;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.platform.tenancy.EnvironmentId;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows of a deployment.
 *
 * @param latest the version that is the latest or is to be; null for a draft
 * @param update the newer version of the catalog that can be published; null where there is none
 * @param fixedVersion the version it stays at; null where it follows the catalog
 * @param ringDays how many days it follows later
 * @param assignments how many there are
 */
public record ListedDeployment(
        DeploymentId id,
        EnvironmentId environment,
        String appName,
        String publisher,
        DeploymentState state,
        @Nullable VersionView latest,
        @Nullable String update,
        @Nullable String fixedVersion,
        int ringDays,
        int assignments) {

    static ListedDeployment of(DeploymentView deployment) {
        var spec = deployment.spec();
        return new ListedDeployment(
                deployment.id(),
                deployment.environment(),
                deployment.appName(),
                deployment.publisher(),
                deployment.state(),
                deployment.latest().orElse(null),
                deployment.update(),
                spec.fixedVersion(),
                spec.ringDays(),
                spec.assignments().size());
    }
}

package io.patchbay.deployment.copy;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentState;
import java.time.Instant;

/**
 * A deployment as it stands in a file; groups, filters, scope tags and categories by identifier and name.
 *
 * @param app its identifier in the App Catalog
 */
record CopiedDeployment(
        String app,
        String name,
        String publisher,
        DeploymentState state,
        DeploymentSpec spec,
        Instant createdAt,
        String createdBy) {

    static CopiedDeployment of(Deployment deployment) {
        return new CopiedDeployment(
                deployment.app().value(),
                deployment.appName(),
                deployment.publisher(),
                deployment.state(),
                deployment.spec(),
                deployment.createdAt(),
                deployment.createdBy());
    }

    AppId appId() {
        return new AppId(app);
    }

    boolean draft() {
        return state == DeploymentState.DRAFT;
    }

    /** Whether a deployment of the same application publishes the same versions and installer. */
    boolean same(Deployment other) {
        return spec.choice().equals(other.spec().choice())
                && spec.installer().equals(other.spec().installer());
    }
}

package io.patchbay.deployment.publishing;

import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishStage;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a step has to know.
 *
 * @param tenant where it is published
 * @param fresh whether the step was marked as begun just now, by us: it cannot have happened before
 * @param release the version in the catalog, empty where it is not there any more
 * @param needs what it requires and who requires it, where the step asks for that
 */
public record PublishContext(
        UUID tenant,
        Deployment deployment,
        DeployedVersion version,
        boolean fresh,
        Optional<Release> release,
        AppNeeds needs) {

    PublishProgress progress() {
        return version.progress();
    }

    /** How far the application of the version is, as an identifier in Intune. */
    String app() {
        return Objects.requireNonNull(version.app());
    }

    /** How often the step failed in a row. */
    int attempts() {
        return version.state().attempts();
    }

    /** The progress once that stage is reached. */
    PublishProgress at(PublishStage stage) {
        return progress().at(stage);
    }

    /** How to install it; empty where the catalog has no installer of that kind for it. */
    Optional<InstallPlan> plan() {
        var spec = deployment.spec();
        return release.flatMap(one ->
                InstallerSelection.of(one, spec.installer()).map(installer -> new InstallPlan(one, installer, spec)));
    }
}

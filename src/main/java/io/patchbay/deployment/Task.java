package io.patchbay.deployment;

import io.patchbay.catalog.Release;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a step has to know.
 *
 * @param tenant where it is published
 * @param fresh whether the step was marked as begun just now, by us: it cannot have happened before
 * @param release the version in the catalogue, empty where it is not there any more
 */
record Task(UUID tenant, Deployment deployment, DeployedVersion version, boolean fresh, Optional<Release> release) {

    Work work() {
        return version.work();
    }

    /** How to install it; empty where the catalogue has no installer of that kind for it. */
    Optional<Recipe> recipe() {
        var blueprint = deployment.blueprint();
        return release.flatMap(one -> Installers.of(one, blueprint.architecture(), blueprint.scope())
                .map(installer -> new Recipe(one, installer, blueprint)));
    }
}

package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.Causes;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRows;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.model.VersionRows;
import io.patchbay.deployment.synchronization.SyncRows;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends with a connection, as it is stored. */
@Service
public class DeploymentTeardownStore {

    private final DeploymentRows deployments;
    private final VersionRows versions;
    private final SyncRows synchronizations;
    private final Causes causes;
    private final Clock clock;

    DeploymentTeardownStore(
            DeploymentRows deployments, VersionRows versions, SyncRows synchronizations, Causes causes, Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.synchronizations = synchronizations;
        this.causes = causes;
        this.clock = clock;
    }

    /** A deployment and its versions, newest first. */
    public record Tied(Deployment deployment, List<DeployedVersion> versions) {}

    @Transactional(readOnly = true)
    public List<Tied> of(EnvironmentId environment) {
        var byDeployment =
                versions.of(environment).stream().collect(Collectors.groupingBy(DeployedVersion::deployment));
        return deployments.of(environment).stream()
                .map(one -> new Tied(one, byDeployment.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /**
     * Stops a publishing.
     *
     * @return whether its application may be in the making right now, so that it could come to be after one looked for it
     */
    @Transactional
    boolean cancel(UUID version) {
        var found = versions.find(version).filter(one -> one.status().open());
        found.ifPresent(one -> versions.cancel(version, causes.text("disconnected"), clock.instant()));
        return found.filter(one -> one.work().app() == null && one.work().step() == Step.CREATE)
                .isPresent();
    }

    /** The version's application in Intune, where it got one since the disconnect began. */
    @Transactional(readOnly = true)
    @Nullable
    String app(UUID version) {
        return versions.find(version).map(one -> one.work().app()).orElse(null);
    }

    @Transactional
    void forget(DeploymentId deployment) {
        versions.deleteOf(deployment);
        deployments.delete(deployment);
    }

    /** Nothing of an environment that is not connected any more stays. */
    @Transactional
    void forgetAll(EnvironmentId environment) {
        deployments.of(environment).forEach(one -> forget(one.id()));
        synchronizations.delete(environment);
    }
}

package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.publishing.FailureTranslator;
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

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final FailureTranslator causes;
    private final Clock clock;

    DeploymentTeardownStore(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            FailureTranslator causes,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.causes = causes;
        this.clock = clock;
    }

    /** A deployment and its versions, newest first. */
    public record DeploymentWithVersions(Deployment deployment, List<DeployedVersion> versions) {}

    @Transactional(readOnly = true)
    public List<DeploymentWithVersions> of(EnvironmentId environment) {
        var byDeployment =
                versions.of(environment).stream().collect(Collectors.groupingBy(DeployedVersion::deployment));
        return deployments.of(environment).stream()
                .map(one -> new DeploymentWithVersions(one, byDeployment.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /**
     * Stops a publishing.
     *
     * @return whether its application may be in the making right now, so that it could come to be after one looked for it
     */
    @Transactional
    boolean cancel(UUID version) {
        var found = versions.held(version).filter(one -> one.status().open());
        found.ifPresent(one -> one.state().cancel(causes.text("disconnected"), clock.instant()));
        return found.filter(one -> one.progress().mayBeInTheMaking()).isPresent();
    }

    /** The version's application in Intune, where it got one since the disconnect began. */
    @Transactional(readOnly = true)
    @Nullable
    String app(UUID version) {
        return versions.find(version).map(DeployedVersion::app).orElse(null);
    }

    @Transactional
    void forget(DeploymentId deployment) {
        versions.deleteOf(deployment);
        deployments.find(deployment).ifPresent(deployments::delete);
    }

    /** Nothing of an environment that is not connected any more stays. */
    @Transactional
    void forgetAll(EnvironmentId environment) {
        deployments.of(environment).forEach(one -> forget(one.id()));
    }
}

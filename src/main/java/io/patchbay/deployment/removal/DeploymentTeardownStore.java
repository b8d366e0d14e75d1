package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.deployment.publishing.PublishJob;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What ends with a connection, as it is stored. */
@Service
public class DeploymentTeardownStore {

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final FailureTranslator causes;
    private final PublishJob publishing;
    private final DeleteJob deleting;
    private final Clock clock;

    DeploymentTeardownStore(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            FailureTranslator causes,
            PublishJob publishing,
            DeleteJob deleting,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.causes = causes;
        this.publishing = publishing;
        this.deleting = deleting;
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
     * @return how long its application may be in the making, so that it could come to be after one looked for it
     */
    @Transactional
    Duration cancel(UUID version) {
        var now = clock.instant();
        var found = versions.held(version);
        found.filter(one -> one.status().open()).ifPresent(one -> {
            one.state().cancel(causes.text("disconnected"), now);
            publishing.wake(version);
        });
        return found.map(one -> one.uncertainFor(now)).orElse(Duration.ZERO);
    }

    /** A version as it is now; empty where its deployment is forgotten already. */
    @Transactional(readOnly = true)
    Optional<DeployedVersion> find(UUID version) {
        return versions.find(version);
    }

    @Transactional
    void forget(DeploymentId deployment) {
        deployments.held(deployment).ifPresent(one -> {
            versions.deleteOf(deployment);
            deployments.delete(one);
            if (one.deleting()) {
                deleting.wake(deployment.value());
            }
        });
    }

    /** Nothing of an environment that is not connected any more stays. */
    @Transactional
    void forgetAll(EnvironmentId environment) {
        deployments.of(environment).forEach(one -> forget(one.id()));
    }
}

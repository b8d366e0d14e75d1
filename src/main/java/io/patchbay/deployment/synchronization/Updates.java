package io.patchbay.deployment.synchronization;

import io.patchbay.catalog.Catalog;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.publishing.PublishQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The newer versions of deployments that follow the catalog. Used inside a transaction. */
@Component
public class Updates {

    private final Catalog catalog;
    private final PublishQueue queue;
    private final Clock clock;

    Updates(Catalog catalog, PublishQueue queue, Clock clock) {
        this.catalog = catalog;
        this.queue = queue;
        this.clock = clock;
    }

    /** The version that the deployment's update ring lets through now; empty where that is no newer one, or one it had. */
    Optional<String> newer(Deployment deployment, DeployedVersion latest, List<DeployedVersion> all) {
        return deployment.spec().choice() instanceof VersionChoice.Latest(var ringDays)
                ? newer(deployment, latest, all, Duration.ofDays(ringDays))
                : Optional.empty();
    }

    /** The same without waiting for the update ring. */
    public Optional<String> newest(Deployment deployment, DeployedVersion latest, List<DeployedVersion> all) {
        return deployment.spec().choice() instanceof VersionChoice.Latest
                ? newer(deployment, latest, all, Duration.ZERO)
                : Optional.empty();
    }

    private Optional<String> newer(
            Deployment deployment, DeployedVersion latest, List<DeployedVersion> all, Duration ring) {
        return catalog.newest(deployment.app(), clock.instant().minus(ring))
                .map(release -> release.version())
                .filter(version -> catalog.isNewer(version, latest.appVersion()))
                .filter(version ->
                        all.stream().noneMatch(one -> one.appVersion().equals(version)));
    }

    /** Begins to publish it in the place of the one in use. */
    public void publish(Deployment deployment, String version, PublishReason reason, List<DeployedVersion> all) {
        var forerunner = all.stream()
                .filter(one -> !one.superseded())
                .map(DeployedVersion::app)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        queue.add(deployment, version, reason, PublishProgress.begin(forerunner));
    }
}

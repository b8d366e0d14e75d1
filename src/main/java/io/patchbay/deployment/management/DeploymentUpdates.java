package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.synchronization.Updates;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.event.EventLog;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the newest version at somebody's request, before the next synchronization and the update ring would. */
@Service
public class DeploymentUpdates {

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final DeployGate gate;
    private final ConnectionLock connections;
    private final Updates updates;
    private final Catalog catalog;
    private final DeploymentEvents events;
    private final EventLog log;

    DeploymentUpdates(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            DeployGate gate,
            ConnectionLock connections,
            Updates updates,
            Catalog catalog,
            DeploymentEvents events,
            EventLog log) {
        this.deployments = deployments;
        this.versions = versions;
        this.gate = gate;
        this.connections = connections;
        this.updates = updates;
        this.catalog = catalog;
        this.events = events;
        this.log = log;
    }

    /** What the catalog says of the newer version that can be published; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Release> offered(DeploymentView deployment) {
        var version = deployment.update();
        return version == null ? Optional.empty() : catalog.release(new AppId(deployment.app()), version);
    }

    /**
     * Begins to publish the newest version; nothing more where a version is being published already.
     *
     * @throws NotFoundException where the company has no such deployment
     * @throws ConflictException where there is no newer version, or the state of things forbids it, with the reason for people
     */
    @Transactional
    public void now(DeploymentId id) {
        var deployment = deployments.held(id).orElseThrow(NotFoundException::new);
        if (!deployment.active()) {
            throw new ConflictException("deployments.update.inactive");
        }
        gate.checkChange(deployment.environment());
        connections.hold(deployment.environment());
        var all = versions.of(id);
        var latest = all.stream()
                .filter(version -> !version.superseded())
                .findFirst()
                .orElseThrow(() -> new ConflictException("deployments.update.none"));
        if (!latest.status().open()) {
            publish(deployment, latest, all);
        }
    }

    private void publish(Deployment deployment, DeployedVersion latest, List<DeployedVersion> all) {
        var version = updates.newest(deployment, latest, all)
                .orElseThrow(() -> new ConflictException("deployments.update.none"));
        log.append(events.updateRequested(deployment, latest.appVersion(), version));
        updates.publish(deployment, version, PublishReason.UPDATED, all);
    }
}

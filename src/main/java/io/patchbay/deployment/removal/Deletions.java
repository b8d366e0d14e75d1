package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.event.EventLog;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.job.RemovalPolicy;
import io.patchbay.platform.job.RemovalPolicy.Next;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores how far each deletion has come. Every method is one transaction; none calls Microsoft. */
@Service
class Deletions {

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final VersionRemovals leaving;
    private final ConnectionLock connections;
    private final DeploymentEvents events;
    private final EventLog log;
    private final Clock clock;

    Deletions(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            VersionRemovals leaving,
            ConnectionLock connections,
            DeploymentEvents events,
            EventLog log,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.leaving = leaving;
        this.connections = connections;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    /** The version to be removed next. */
    record DueRemoval(UUID tenant, DeployedVersion version, Instant from, Instant since) {}

    /** What is next; empty where nothing is left to be done or the connection is gone, which ends everything itself. */
    @Transactional(readOnly = true)
    Optional<DueRemoval> next(DeploymentId id) {
        return deployments
                .find(id)
                .filter(Deployment::deleting)
                .flatMap(deployment -> connections
                        .tenant(deployment.environment())
                        .flatMap(tenant -> leaving.toRemove(id)
                                .map(version -> new DueRemoval(
                                        tenant, version, version.state().visibleFrom(), deployment.changedAt()))));
    }

    @Transactional
    void store(DueRemoval due, Removal removal) {
        var id = due.version().id();
        var now = clock.instant();
        switch (RemovalPolicy.after(removal, due.version().removal(due.since()), now)) {
            case Next.Done done -> leaving.removed(id, now);
            case Next.GivenUp(var obstacle, var reason) -> leaving.left(id, reason);
            case Next.Again again -> leaving.later(id, again);
        }
    }

    /** Forgets a deployment of which nothing is left to be removed. */
    @Transactional
    void finish(DeploymentId id) {
        var deployment = deployments.held(id).filter(Deployment::deleting);
        if (deployment.isEmpty() || leaving.toRemove(id).isPresent()) {
            return;
        }
        var summary = leaving.summary(id);
        versions.deleteOf(id);
        deployments.delete(deployment.get());
        log.append(events.deleted(deployment.get(), summary.removed(), summary.left()));
    }
}

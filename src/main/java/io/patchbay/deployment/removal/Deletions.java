package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.event.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores how far each deletion has come. Every method is one transaction; none calls Microsoft. */
@Service
class Deletions {

    private static final int TRIES_AT_MOST = 6;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration TRIED_FOR = Duration.ofHours(24);

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
    record Due(UUID tenant, DeployedVersion version, Instant from, Instant since) {}

    /** What is next; empty where nothing is left to be done or the connection is gone, which ends everything itself. */
    @Transactional(readOnly = true)
    Optional<Due> next(DeploymentId id) {
        return deployments
                .find(id)
                .filter(Deployment::deleting)
                .flatMap(deployment -> connections
                        .tenant(deployment.environment())
                        .flatMap(tenant -> leaving.toRemove(id)
                                .map(version -> new Due(
                                        tenant, version, version.state().visibleFrom(), deployment.changedAt()))));
    }

    @Transactional
    void store(Due due, AppRemoval.Outcome outcome) {
        var id = due.version().id();
        var now = clock.instant();
        switch (outcome) {
            case AppRemoval.Outcome.Gone gone -> leaving.removed(id, now);
            case AppRemoval.Outcome.Stays(var reason) -> leaving.left(id, reason);
            case AppRemoval.Outcome.NotNow(var reason, var after) -> {
                if (due.since().plus(TRIED_FOR).isBefore(now)) {
                    leaving.left(id, reason);
                } else {
                    leaving.later(id, false, now.plus(after));
                }
            }
            case AppRemoval.Outcome.Related(var reason) -> {
                if (due.version().state().attempts() + 1 >= TRIES_AT_MOST) {
                    leaving.left(id, reason);
                } else {
                    leaving.later(
                            id,
                            true,
                            now.plus(FIRST_WAIT.multipliedBy(
                                    1L << due.version().state().attempts())));
                }
            }
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

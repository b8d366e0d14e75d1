package io.patchbay.deployment.synchronization;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.deployment.publishing.PublishQueue;
import io.patchbay.event.EventLog;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a synchronization reads and stores. Every method is one transaction; none calls Microsoft. */
@Service
class SyncStore {

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final Updates updates;
    private final PublishQueue queue;
    private final DeploymentEvents events;
    private final EventLog log;
    private final FailureTranslator causes;
    private final Clock clock;

    SyncStore(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            Updates updates,
            PublishQueue queue,
            DeploymentEvents events,
            EventLog log,
            FailureTranslator causes,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.updates = updates;
        this.queue = queue;
        this.events = events;
        this.log = log;
        this.causes = causes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Deployment> active(EnvironmentId environment) {
        return deployments.of(environment).stream().filter(Deployment::active).toList();
    }

    @Transactional(readOnly = true)
    List<DeployedVersion> versions(Deployment deployment) {
        return versions.of(deployment.id());
    }

    /** Somebody deleted a version in Intune: an old one is forgotten, the latest one has failed. */
    @Transactional
    void gone(Deployment deployment, DeployedVersion version) {
        var stored = versions.held(version.id());
        if (version.superseded()) {
            stored.ifPresent(versions::delete);
        } else if (stored.filter(one -> one.unchangedSince(version)).isPresent()) {
            stored.get().lost(causes.text("latestDeletedThere"), clock.instant());
        } else {
            return;
        }
        log.append(events.versionRemoved(deployment, version, causes.text("deletedThere")));
    }

    @Transactional
    void retired(Deployment deployment, DeployedVersion version) {
        versions.held(version.id()).ifPresent(versions::delete);
        log.append(events.versionRemoved(deployment, version, causes.text("retention")));
    }

    /** Begins to publish a newer version, where there is one, or to try one again that failed; its name. */
    @Transactional
    Optional<String> publishNewer(DeploymentId id, PublishReason reason) {
        var deployment = deployments.held(id).filter(Deployment::active);
        if (deployment.isEmpty()) {
            return Optional.empty();
        }
        var all = versions.of(id);
        var latest = all.stream().filter(one -> !one.superseded()).findFirst();
        if (latest.isEmpty() || latest.get().status().open()) {
            return Optional.empty();
        }
        var newer = updates.newer(deployment.get(), latest.get(), all);
        newer.ifPresent(version -> updates.publish(deployment.get(), version, reason, all));
        return newer.or(() -> again(latest.get()));
    }

    private Optional<String> again(DeployedVersion latest) {
        if (latest.status() != VersionStatus.FAILED) {
            return Optional.empty();
        }
        queue.again(latest, latest.reason(), latest.progress().resume());
        return Optional.of(latest.appVersion());
    }
}

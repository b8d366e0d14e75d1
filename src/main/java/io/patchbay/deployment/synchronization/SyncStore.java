package io.patchbay.deployment.synchronization;

import io.patchbay.catalog.Catalog;
import io.patchbay.deployment.model.Causes;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRows;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.Reason;
import io.patchbay.deployment.model.VersionRows;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.PublishQueue;
import io.patchbay.event.EventLog;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a synchronization reads and stores. Every method is one transaction; none calls Microsoft. */
@Service
class SyncStore {

    private final DeploymentRows deployments;
    private final VersionRows versions;
    private final Catalog catalog;
    private final PublishQueue queue;
    private final DeploymentEvents events;
    private final EventLog log;
    private final Causes causes;
    private final Clock clock;

    SyncStore(
            DeploymentRows deployments,
            VersionRows versions,
            Catalog catalog,
            PublishQueue queue,
            DeploymentEvents events,
            EventLog log,
            Causes causes,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.catalog = catalog;
        this.queue = queue;
        this.events = events;
        this.log = log;
        this.causes = causes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Deployment> active(EnvironmentId environment) {
        return deployments.of(environment).stream()
                .filter(one -> one.state() == DeploymentState.ACTIVE)
                .toList();
    }

    @Transactional(readOnly = true)
    List<DeployedVersion> versions(Deployment deployment) {
        return versions.of(deployment.id());
    }

    /** Somebody deleted a version in Intune: an old one is forgotten, the latest one has failed. */
    @Transactional
    void gone(Deployment deployment, DeployedVersion version) {
        if (version.superseded()) {
            versions.delete(version.id());
            log.append(events.versionRemoved(deployment, version, causes.text("deletedThere")));
            return;
        }
        var work = PublishProgress.begin(null);
        if (versions.end(version, VersionStatus.FAILED, work, causes.text("latestDeletedThere"), clock.instant())) {
            log.append(events.versionRemoved(deployment, version, causes.text("deletedThere")));
        }
    }

    @Transactional
    void retired(Deployment deployment, DeployedVersion version) {
        versions.delete(version.id());
        log.append(events.versionRemoved(deployment, version, causes.text("retention")));
    }

    @Transactional
    void byHand(DeployedVersion version, boolean assigned) {
        if (version.byHand() != assigned) {
            versions.byHand(version.id(), assigned);
        }
    }

    /** Begins to publish a newer version, where there is one, or to try one again that failed; its name. */
    @Transactional
    Optional<String> publishNewer(DeploymentId id) {
        var deployment = deployments.held(id).filter(one -> one.state() == DeploymentState.ACTIVE);
        if (deployment.isEmpty()) {
            return Optional.empty();
        }
        var all = versions.of(id);
        var latest = all.stream().filter(one -> !one.superseded()).findFirst();
        if (latest.isEmpty() || latest.get().status().open()) {
            return Optional.empty();
        }
        return newer(deployment.get(), latest.get(), all)
                .map(version -> insert(deployment.get(), version, all))
                .or(() -> again(latest.get()));
    }

    private Optional<String> newer(Deployment deployment, DeployedVersion latest, List<DeployedVersion> all) {
        var spec = deployment.spec();
        if (spec.fixedVersion() != null) {
            return Optional.empty();
        }
        var before = clock.instant().minus(Duration.ofDays(spec.ringDays()));
        return catalog.newest(deployment.app(), before)
                .map(release -> release.version())
                .filter(version -> catalog.isNewer(version, latest.appVersion()))
                .filter(version ->
                        all.stream().noneMatch(one -> one.appVersion().equals(version)));
    }

    private String insert(Deployment deployment, String version, List<DeployedVersion> all) {
        var forerunner = all.stream()
                .filter(one -> !one.superseded() && one.work().app() != null)
                .map(one -> one.work().app())
                .findFirst()
                .orElse(null);
        queue.add(deployment, version, Reason.SYNCHRONIZED, PublishProgress.begin(forerunner));
        return version;
    }

    private Optional<String> again(DeployedVersion latest) {
        if (latest.status() != VersionStatus.FAILED) {
            return Optional.empty();
        }
        queue.again(latest, latest.reason(), latest.work().contentAnew());
        return Optional.of(latest.appVersion());
    }
}

package io.patchbay.deployment.publishing;

import io.patchbay.catalog.Catalog;
import io.patchbay.deployment.DeploymentFailed;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentRows;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.VersionRows;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.Feature;
import io.patchbay.event.EventLog;
import io.patchbay.platform.job.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores how far each version's publishing has come. Every method is one transaction; none calls Microsoft. */
@Service
class Publishing {

    private static final Duration TRIED_FOR = Duration.ofHours(24);
    private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30));
    private static final int SPREAD_AT_MOST = 10;

    private final DeploymentRows deployments;
    private final VersionRows versions;
    private final Catalog catalog;
    private final ConnectionLock connections;
    private final ConnectionFeatures features;
    private final DeploymentEvents events;
    private final ApplicationEventPublisher publisher;
    private final EventLog log;
    private final Clock clock;

    Publishing(
            DeploymentRows deployments,
            VersionRows versions,
            Catalog catalog,
            ConnectionLock connections,
            ConnectionFeatures features,
            DeploymentEvents events,
            ApplicationEventPublisher publisher,
            EventLog log,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.catalog = catalog;
        this.connections = connections;
        this.features = features;
        this.events = events;
        this.publisher = publisher;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What is to be done for a version.
     *
     * @param others the versions that are the latest until this one is
     * @param hindrance why nothing can be written to the tenant now; null where it can
     * @param held whether somebody paused it, which is no failure
     */
    record Due(
            PublishContext task,
            List<DeployedVersion> others,
            Instant from,
            @Nullable String hindrance,
            boolean held) {}

    /** What is next; empty where nothing is, for good. */
    @Transactional(readOnly = true)
    Optional<Due> next(UUID id, boolean fresh) {
        return versions.find(id)
                .filter(version -> version.status().open())
                .flatMap(version -> deployments
                        .find(version.deployment())
                        .filter(deployment -> deployment.state() != DeploymentState.DELETING)
                        .flatMap(deployment -> due(deployment, version, fresh)));
    }

    private Optional<Due> due(Deployment deployment, DeployedVersion version, boolean fresh) {
        return connections.tenant(deployment.environment()).map(tenant -> {
            var task = new PublishContext(
                    tenant, deployment, version, fresh, catalog.release(deployment.app(), version.appVersion()));
            var others = versions.of(deployment.id()).stream()
                    .filter(other -> !other.id().equals(version.id()) && !other.superseded())
                    .filter(other -> !other.status().open())
                    .toList();
            var hindrance = features.whyOff(Feature.DEPLOYMENTS).get(deployment.environment());
            return new Due(
                    task, others, version.visibleFrom(), hindrance, deployment.state() == DeploymentState.PAUSED);
        });
    }

    /** Stores what came of a step, unless somebody changed the version meanwhile. */
    @Transactional
    void store(PublishContext task, StepResult result) {
        var version = task.version();
        var now = clock.instant();
        switch (result) {
            case StepResult.Next(var work) -> versions.store(version, VersionStatus.IN_PROGRESS, work, null, now);
            case StepResult.Noted(var work, var remark) -> {
                if (versions.store(version, VersionStatus.IN_PROGRESS, work, null, now)) {
                    versions.remark(version.id(), remark);
                }
            }
            case StepResult.Wait(var work, var time) ->
                versions.store(version, VersionStatus.IN_PROGRESS, work, null, now.plus(time));
            case StepResult.Retry(var cause, var after) -> retry(task, version.work(), cause, after);
            case StepResult.Anew(var work, var cause) -> retry(task, work, cause, null);
            case StepResult.Fail(var cause) -> fail(task, cause);
            case StepResult.Done(var work) -> done(task, work);
        }
    }

    private void retry(PublishContext task, PublishProgress work, String cause, @Nullable Duration after) {
        var version = task.version();
        var now = clock.instant();
        var since = version.failingSince() == null ? now : version.failingSince();
        if (since.plus(TRIED_FOR).isBefore(now)) {
            fail(task, cause);
            return;
        }
        var wait = after == null ? AFTER_FAILURE.after(version.attempts()) : spread(after, version.attempts());
        versions.retry(version, work, cause, since, now.plus(wait));
    }

    /** Not all at the same moment: those who were told the same wait come one by one, the more so the more often they came. */
    private static Duration spread(Duration after, int attempts) {
        var most = Math.min(attempts + 1, SPREAD_AT_MOST) * 1000;
        return after.plusMillis(ThreadLocalRandom.current().nextInt(most));
    }

    private void fail(PublishContext task, String cause) {
        var version = task.version();
        if (versions.end(version, VersionStatus.FAILED, version.work(), cause, clock.instant())) {
            log.append(events.failed(task, cause));
            publisher.publishEvent(new DeploymentFailed(
                    task.deployment().environment(),
                    task.deployment().id(),
                    task.deployment().appName(),
                    version.appVersion(),
                    cause));
        }
    }

    private void done(PublishContext task, PublishProgress work) {
        var version = task.version();
        var now = clock.instant();
        if (versions.end(version, VersionStatus.SUCCESS, work.finished(), version.remark(), now)) {
            versions.supersede(version.deployment(), version.id(), now);
            log.append(events.published(task));
        }
    }

    /** Whether the version's files are of no use any more. */
    @Transactional(readOnly = true)
    boolean over(UUID id) {
        return versions.find(id).filter(version -> version.status().open()).isEmpty();
    }
}

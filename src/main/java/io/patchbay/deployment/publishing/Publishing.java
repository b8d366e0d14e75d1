package io.patchbay.deployment.publishing;

import io.patchbay.catalog.Catalog;
import io.patchbay.deployment.DeploymentFailed;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.PublishProgress;
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

    private static final Backoff AFTER_FAILURE = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30));
    private static final Backoff SETTLING = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final Backoff POLL = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));
    private static final Duration APPROVAL = Duration.ofMinutes(10);
    private static final Duration ELSEWHERE = Duration.ofSeconds(3);
    private static final int SPREAD_AT_MOST = 10;

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final RequiredApps needs;
    private final Catalog catalog;
    private final ConnectionLock connections;
    private final ConnectionFeatures features;
    private final DeploymentEvents events;
    private final ApplicationEventPublisher publisher;
    private final EventLog log;
    private final Clock clock;

    Publishing(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            RequiredApps needs,
            Catalog catalog,
            ConnectionLock connections,
            ConnectionFeatures features,
            DeploymentEvents events,
            ApplicationEventPublisher publisher,
            EventLog log,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.needs = needs;
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
     * @param others the other versions of the deployment, as far as they are not being published, newest first
     * @param hindrance why nothing can be written to the tenant now; null where it can
     * @param held whether somebody paused it, which is no failure
     */
    record NextStep(
            PublishContext task,
            List<DeployedVersion> others,
            Instant from,
            @Nullable String hindrance,
            boolean held) {}

    /** What is next; empty where nothing is, for good. */
    @Transactional(readOnly = true)
    Optional<NextStep> next(UUID id, boolean fresh) {
        return versions.find(id)
                .filter(version -> version.status().open())
                .flatMap(version -> deployments
                        .find(version.deployment())
                        .filter(deployment -> !deployment.deleting())
                        .flatMap(deployment -> due(deployment, version, fresh)));
    }

    private Optional<NextStep> due(Deployment deployment, DeployedVersion version, boolean fresh) {
        return connections.tenant(deployment.environment()).map(tenant -> {
            var task = new PublishContext(
                    tenant,
                    deployment,
                    version,
                    fresh,
                    catalog.release(deployment.app(), version.appVersion()),
                    needs.of(deployment, version));
            var others = versions.of(deployment.id()).stream()
                    .filter(other -> !other.id().equals(version.id()))
                    .filter(other -> !other.status().open())
                    .toList();
            var hindrance = features.whyOff(Feature.DEPLOYMENTS).get(deployment.environment());
            return new NextStep(task, others, version.state().visibleFrom(), hindrance, deployment.paused());
        });
    }

    /** Stores what came of a step, unless somebody changed the version meanwhile: then it is stale and discarded. */
    @Transactional
    void store(PublishContext task, StepResult result) {
        versions.held(task.version().id())
                .filter(version -> version.unchangedSince(task.version()))
                .ifPresent(version -> store(task, version, result));
    }

    private void store(PublishContext task, DeployedVersion version, StepResult result) {
        var now = clock.instant();
        switch (result) {
            case StepResult.Next(var progress) -> version.state().advance(progress, now);
            case StepResult.Noted(var progress, var remark) -> {
                version.state().advance(progress, now);
                version.note(remark);
            }
            case StepResult.Wait(var progress, var cause) -> await(task, version, progress, cause);
            case StepResult.Elsewhere(var progress) -> version.state().advance(progress, now.plus(ELSEWHERE));
            case StepResult.Retry(var cause, var after) -> retry(task, version, version.progress(), cause, after);
            case StepResult.StartOver(var progress, var cause, var after) ->
                retry(task, version, progress, cause, after);
            case StepResult.NotYet(var cause, var missing) -> notYet(task, version, cause);
            case StepResult.AwaitingApproval(var cause, var code) -> awaitApproval(task, version, cause, code);
            case StepResult.Gone(var cause) -> {
                fail(task, version, cause);
                version.lost(cause, now);
            }
            case StepResult.Fail(var cause) -> fail(task, version, cause);
            case StepResult.Done done -> done(task, version);
        }
    }

    private void await(PublishContext task, DeployedVersion version, PublishProgress progress, String cause) {
        var now = clock.instant();
        var state = version.state();
        if (state.exhausted(now)) {
            fail(task, version, cause);
        } else {
            state.await(progress, now, now.plus(POLL.after(state.attempts())));
        }
    }

    private void notYet(PublishContext task, DeployedVersion version, String cause) {
        var now = clock.instant();
        var state = version.state();
        if (state.exhausted(now)) {
            fail(task, version, cause);
        } else {
            state.notYet(cause, now, now.plus(SETTLING.after(state.attempts())));
        }
    }

    /** A request is filed once; whether it was approved is seen by sending it again. */
    private void awaitApproval(PublishContext task, DeployedVersion version, String cause, @Nullable String code) {
        var now = clock.instant();
        var state = version.state();
        if (state.exhausted(now)) {
            fail(task, version, cause);
        } else {
            var filed = code == null ? version.progress().approvalCode() : code;
            state.awaitApproval(version.progress().awaiting(filed), cause, now, now.plus(APPROVAL));
        }
    }

    private void retry(
            PublishContext task,
            DeployedVersion version,
            PublishProgress progress,
            String cause,
            @Nullable Duration after) {
        var now = clock.instant();
        var state = version.state();
        if (state.exhausted(now)) {
            fail(task, version, cause);
            return;
        }
        var wait = after == null ? AFTER_FAILURE.after(state.attempts()) : spread(after, state.attempts());
        state.retryLater(progress, cause, now, now.plus(wait));
    }

    /** Not all at the same moment: those who were told the same wait come one by one, the more so the more often they came. */
    private static Duration spread(Duration after, int attempts) {
        var most = Math.min(attempts + 1, SPREAD_AT_MOST) * 1000;
        return after.plusMillis(ThreadLocalRandom.current().nextInt(most));
    }

    private void fail(PublishContext task, DeployedVersion version, String cause) {
        var deployment = task.deployment();
        version.state().fail(cause, clock.instant());
        log.append(events.failed(deployment, version, task.tenant(), cause));
        publisher.publishEvent(new DeploymentFailed(
                deployment.environment(), deployment.id(), deployment.appName(), version.appVersion(), cause));
    }

    private void done(PublishContext task, DeployedVersion version) {
        var now = clock.instant();
        version.state().succeed(now);
        versions.of(version.deployment()).stream()
                .filter(other -> !other.id().equals(version.id()))
                .forEach(other -> retire(other, now));
        log.append(events.published(task.deployment(), version, task.tenant()));
    }

    /** One that is in Intune is not the latest any more; one that failed before it got there is forgotten. */
    private void retire(DeployedVersion other, Instant now) {
        if (other.status() == VersionStatus.FAILED && other.app() == null) {
            versions.delete(other);
        } else if (!other.status().open() && !other.superseded()) {
            other.supersede(now);
        }
    }
}

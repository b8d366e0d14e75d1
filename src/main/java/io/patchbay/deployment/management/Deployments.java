package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRows;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.Reason;
import io.patchbay.deployment.model.VersionRows;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.PublishQueue;
import io.patchbay.deployment.removal.DeleteJob;
import io.patchbay.deployment.removal.VersionRemovals;
import io.patchbay.deployment.synchronization.SyncJob;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.event.EventLog;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes, changes and ends deployments. What has to be done in Intune is written down and done by durable jobs.
 *
 * <p>Each method throws {@link NotFoundException} for a deployment that the company does not have, and {@link
 * ConflictException} where the state of things forbids it, with the reason for people.
 */
@Service
public class Deployments {

    private final DeploymentRows rows;
    private final VersionRows versions;
    private final VersionRemovals leaving;
    private final DeployGate gate;
    private final Catalog catalog;
    private final ConnectionLock connections;
    private final PublishQueue queue;
    private final DeploymentSpecUpdate changes;
    private final DeleteJob deleting;
    private final SyncJob synchronization;
    private final DeploymentEvents events;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    Deployments(
            DeploymentRows rows,
            VersionRows versions,
            VersionRemovals leaving,
            DeployGate gate,
            Catalog catalog,
            ConnectionLock connections,
            PublishQueue queue,
            DeploymentSpecUpdate changes,
            DeleteJob deleting,
            SyncJob synchronization,
            DeploymentEvents events,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.leaving = leaving;
        this.gate = gate;
        this.catalog = catalog;
        this.connections = connections;
        this.queue = queue;
        this.changes = changes;
        this.deleting = deleting;
        this.synchronization = synchronization;
        this.events = events;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Begins a draft, or finds the one that was begun for the same application. */
    @Transactional
    public DeploymentId draft(EnvironmentId environment, AppId app, DeploymentSpec spec) {
        gate.whyNoNew(environment).ifPresent(Deployments::refuse);
        connections.hold(environment);
        var there = rows.draft(environment, app);
        if (there.isPresent()) {
            rows.spec(
                    there.get().id(),
                    there.get().spec().with(spec.fixedVersion(), spec.ringDays(), spec.architecture(), spec.scope()),
                    clock.instant());
            return there.get().id();
        }
        var release = newest(app, spec).orElseThrow(NotFoundException::new);
        var now = clock.instant();
        var id = new DeploymentId(identifiers.next());
        rows.insert(new Deployment(
                id,
                environment,
                app,
                release.name(),
                release.publisher(),
                DeploymentState.DRAFT,
                spec,
                now,
                Current.actor().name(),
                now,
                0));
        return id;
    }

    /** The release that a deployment of that kind would publish now; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Release> newest(AppId app, DeploymentSpec spec) {
        return spec.fixedVersion() == null
                ? catalog.newest(app, clock.instant().minus(Duration.ofDays(spec.ringDays())))
                : catalog.release(app, spec.fixedVersion());
    }

    /**
     * Changes how it is published. A draft is only written down; of one that is published, what is in Intune is changed too.
     *
     * @param seen the state that the person saw: {@link DeploymentView#change()}
     */
    @Transactional
    public void change(DeploymentId id, DeploymentSpec spec, int seen) {
        var deployment = held(id);
        if (deployment.version() != seen) {
            throw new ConflictException("deployments.changed");
        }
        if (deployment.state() == DeploymentState.DELETING) {
            throw new ConflictException("deployments.deleting");
        }
        if (deployment.spec().equals(spec)) {
            return;
        }
        if (deployment.state() != DeploymentState.DRAFT) {
            gate.whyNoChange(deployment.environment()).ifPresent(Deployments::refuse);
            connections.hold(deployment.environment());
            log.append(events.updated(deployment, spec));
            changes.carryOut(deployment, spec);
        }
        rows.spec(id, spec, clock.instant());
    }

    /** Publishes a draft; pressed twice, it is published once. */
    @Transactional
    public void publish(DeploymentId id) {
        var deployment = held(id);
        if (deployment.state() != DeploymentState.DRAFT) {
            return;
        }
        connections.hold(deployment.environment());
        gate.whyNoNew(deployment.environment()).ifPresent(Deployments::refuse);
        var release = newest(deployment.app(), deployment.spec())
                .orElseThrow(() -> new ConflictException("deployments.noRelease"));
        rows.state(id, DeploymentState.ACTIVE, clock.instant());
        log.append(events.created(deployment, release.version()));
        queue.add(deployment, release.version(), Reason.CREATED, PublishProgress.begin(null));
        synchronization.keep(deployment.environment());
    }

    /** Publishes nothing more until it is resumed. */
    @Transactional
    public void pause(DeploymentId id) {
        var deployment = held(id);
        if (deployment.state() == DeploymentState.ACTIVE) {
            rows.state(id, DeploymentState.PAUSED, clock.instant());
            log.append(events.paused(deployment));
        }
    }

    /** Goes on after a pause. */
    @Transactional
    public void resume(DeploymentId id) {
        var deployment = held(id);
        if (deployment.state() == DeploymentState.PAUSED) {
            gate.whyNoChange(deployment.environment()).ifPresent(Deployments::refuse);
            rows.state(id, DeploymentState.ACTIVE, clock.instant());
            log.append(events.resumed(deployment));
            queue.hurry(deployment);
        }
    }

    /** Tries again at once what waits or failed; nothing for one that does neither. */
    @Transactional
    public void retry(DeploymentId id) {
        var deployment = held(id);
        var latest = queue.latest(deployment);
        if (deployment.state() == DeploymentState.DRAFT || deployment.state() == DeploymentState.DELETING) {
            return;
        }
        if (latest.filter(one -> one.status() == VersionStatus.RETRYING).isPresent()) {
            queue.hurry(deployment);
        }
        if (latest.filter(one -> one.status() == VersionStatus.FAILED).isPresent()) {
            gate.whyNoChange(deployment.environment()).ifPresent(Deployments::refuse);
            var version = latest.get();
            log.append(events.recreated(deployment, version.appVersion()));
            queue.again(version, Reason.RECREATED, version.work().contentAnew());
        }
    }

    /** Has it taken out of Intune and then forgotten; a draft is forgotten at once. */
    @Transactional
    public void delete(DeploymentId id) {
        var deployment = held(id);
        if (deployment.state() == DeploymentState.DRAFT) {
            rows.delete(id);
        } else if (deployment.state() != DeploymentState.DELETING) {
            connections.hold(deployment.environment());
            var now = clock.instant();
            rows.state(id, DeploymentState.DELETING, now);
            log.append(events.deletionRequested(deployment));
            versions.of(id).forEach(version -> versions.cancel(version.id(), "", now));
            leaving.beginRemoval(id, now);
            deleting.wake(id.value());
        }
    }

    /** The same for several, at most {@link #AT_ONCE}; what cannot be done is left out. */
    @Transactional
    public void retry(List<DeploymentId> ids) {
        ids.forEach(this::retry);
    }

    /** How many can be treated at once. */
    public static final int AT_ONCE = 20;

    private Deployment held(DeploymentId id) {
        return rows.held(id).orElseThrow(NotFoundException::new);
    }

    private static void refuse(String reason) {
        throw new ConflictException("deployments.refused", reason);
    }
}

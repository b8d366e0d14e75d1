package io.patchbay.deployment.management;

import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.publishing.PublishQueue;
import io.patchbay.deployment.removal.DeleteJob;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.event.EventLog;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes and ends deployments. What has to be done in Intune is written down and done by durable jobs.
 *
 * <p>Each method throws {@link NotFoundException} for a deployment that the company does not have, and {@link
 * ConflictException} where the state of things forbids it, with the reason for people.
 */
@Service
public class Deployments {

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final DeployGate gate;
    private final ConnectionLock connections;
    private final PublishQueue queue;
    private final RequiredDeployments required;
    private final DeploymentSpecUpdate update;
    private final DeleteJob deletion;
    private final DeploymentEvents events;
    private final EventLog log;
    private final Clock clock;

    Deployments(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            DeployGate gate,
            ConnectionLock connections,
            PublishQueue queue,
            RequiredDeployments required,
            DeploymentSpecUpdate update,
            DeleteJob deletion,
            DeploymentEvents events,
            EventLog log,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.gate = gate;
        this.connections = connections;
        this.queue = queue;
        this.required = required;
        this.update = update;
        this.deletion = deletion;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Changes how it is published. A draft is only written down; of one that is published, what is in Intune is changed too.
     *
     * @param seen the state that the person saw: {@link DeploymentView#change()}
     */
    @Transactional
    public void change(DeploymentId id, DeploymentSpec spec, int seen) {
        var deployment = held(id);
        deployment.checkChangeable(seen);
        if (deployment.spec().equals(spec)) {
            return;
        }
        if (!deployment.draft()) {
            gate.checkChange(deployment.environment());
            connections.hold(deployment.environment());
            log.append(events.updated(deployment, spec));
            update.carryOut(deployment, spec);
        }
        deployment.change(spec, clock.instant());
        if (!deployment.draft()) {
            required.deploy(deployment);
        }
    }

    /** Publishes nothing more until it is resumed; nothing for one that is not active. */
    @Transactional
    public void pause(DeploymentId id) {
        var deployment = held(id);
        if (deployment.active()) {
            deployment.pause(clock.instant());
            log.append(events.paused(deployment));
        }
    }

    /** Goes on after a pause; nothing for one that is not paused. */
    @Transactional
    public void resume(DeploymentId id) {
        var deployment = held(id);
        if (deployment.paused()) {
            gate.checkChange(deployment.environment());
            deployment.resume(clock.instant());
            log.append(events.resumed(deployment));
            queue.hurry(deployment);
        }
    }

    /** Tries again at once what waits or failed; nothing for one that does neither. */
    @Transactional
    public void retry(DeploymentId id) {
        var deployment = held(id);
        var latest = queue.latest(deployment);
        if (deployment.draft() || deployment.deleting() || latest.isEmpty()) {
            return;
        }
        var version = latest.get();
        switch (version.status()) {
            case RETRYING, WAITING_FOR_APPROVAL -> queue.hurry(deployment);
            case FAILED -> {
                gate.checkChange(deployment.environment());
                log.append(events.recreated(deployment, version.appVersion()));
                queue.again(version, PublishReason.RECREATED, version.progress().resume());
            }
            case IN_PROGRESS, SUCCESS -> {}
        }
    }

    /** Has it taken out of Intune and then forgotten; a draft is forgotten at once. */
    @Transactional
    public void delete(DeploymentId id) {
        var deployment = held(id);
        if (deployment.draft()) {
            deployments.delete(deployment);
        } else if (!deployment.deleting()) {
            connections.hold(deployment.environment());
            var now = clock.instant();
            deployment.beginDeletion(now);
            log.append(events.deletionRequested(deployment));
            versions.of(id).forEach(version -> version.beginRemoval(now));
            deletion.wake(id.value());
        }
    }

    private Deployment held(DeploymentId id) {
        return deployments.held(id).orElseThrow(NotFoundException::new);
    }
}

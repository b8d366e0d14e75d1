package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.Deployment.DeployedApp;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.publishing.PublishQueue;
import io.patchbay.deployment.synchronization.SyncJob;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.event.EventLog;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A deployment from its draft to its first publication. */
@Service
public class DeploymentDrafts {

    private final DeploymentRepository deployments;
    private final DeployGate gate;
    private final DeploymentOffers offers;
    private final ConnectionLock connections;
    private final PublishQueue queue;
    private final RequiredDeployments required;
    private final SyncJob synchronization;
    private final DeploymentEvents events;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    DeploymentDrafts(
            DeploymentRepository deployments,
            DeployGate gate,
            DeploymentOffers offers,
            ConnectionLock connections,
            PublishQueue queue,
            RequiredDeployments required,
            SyncJob synchronization,
            DeploymentEvents events,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.deployments = deployments;
        this.gate = gate;
        this.offers = offers;
        this.connections = connections;
        this.queue = queue;
        this.required = required;
        this.synchronization = synchronization;
        this.events = events;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Begins a draft, or finds the one that was begun for the same application.
     *
     * @throws ConflictException where the environment may have no new deployment, with the reason for people
     * @throws NotFoundException where the catalog has no such version
     */
    @Transactional
    public DeploymentId begin(EnvironmentId environment, AppId app, DeploymentSpec spec) {
        gate.checkNew(environment);
        connections.hold(environment);
        var there = deployments.draft(environment, app);
        if (there.isPresent()) {
            var draft = there.get();
            draft.change(draft.spec().with(spec.choice(), spec.installer()), clock.instant());
            return draft.id();
        }
        return draft(environment, app, spec, offers.release(app, spec.choice()).orElseThrow(NotFoundException::new));
    }

    private DeploymentId draft(EnvironmentId environment, AppId app, DeploymentSpec spec, Release release) {
        return deployments
                .save(new Deployment(
                        Current.company(),
                        new DeploymentId(identifiers.next()),
                        environment,
                        new DeployedApp(app, release.name(), release.publisher()),
                        spec,
                        Current.actor().name(),
                        clock.instant()))
                .id();
    }

    /**
     * Deploys an application that the environment does not have, with nothing asked in between.
     *
     * @throws ConflictException where it has it, also as a draft, or the state of things forbids it, with the reason for people
     */
    @Transactional
    public DeploymentId deploy(EnvironmentId environment, AppId app, DeploymentSpec spec) {
        gate.checkNew(environment);
        connections.hold(environment);
        if (deployments.draft(environment, app).isPresent()) {
            throw new ConflictException("quick.there.DRAFT");
        }
        if (!deployments.ofApp(environment, app).isEmpty()) {
            throw new ConflictException("quick.there.ACTIVE");
        }
        var release =
                offers.release(app, spec.choice()).orElseThrow(() -> new ConflictException("deployments.noRelease"));
        var id = draft(environment, app, spec, release);
        publish(id);
        return id;
    }

    /**
     * Publishes a draft; pressed twice, it is published once.
     *
     * @throws NotFoundException where the company has no such deployment
     * @throws ConflictException where the state of things forbids it, with the reason for people
     */
    @Transactional
    public void publish(DeploymentId id) {
        var deployment = deployments.held(id).orElseThrow(NotFoundException::new);
        if (!deployment.draft()) {
            return;
        }
        connections.hold(deployment.environment());
        gate.checkNew(deployment.environment());
        var release = offers.release(deployment.app(), deployment.spec().choice())
                .orElseThrow(() -> new ConflictException("deployments.noRelease"));
        deployment.publish(clock.instant());
        log.append(events.created(deployment, release.version()));
        queue.add(deployment, release.version(), PublishReason.CREATED, PublishProgress.begin(null));
        required.deploy(deployment);
        synchronization.keep(deployment.environment());
    }
}

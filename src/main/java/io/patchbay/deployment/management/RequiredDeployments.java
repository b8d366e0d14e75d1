package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.Deployment.DeployedApp;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentSpec.Rollout;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.publishing.PublishQueue;
import io.patchbay.deployment.publishing.RequiredApps;
import io.patchbay.event.EventLog;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Deploys what a deployment requires and its environment does not have yet: the latest version, assigned to nobody, because
 * Intune installs it where the other application needs it. Used inside a transaction.
 */
@Component
class RequiredDeployments {

    private final DeploymentRepository deployments;
    private final RequiredApps required;
    private final DeploymentOffers offers;
    private final Catalog catalog;
    private final DeployGate gate;
    private final PublishQueue queue;
    private final DeploymentEvents events;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    RequiredDeployments(
            DeploymentRepository deployments,
            RequiredApps required,
            DeploymentOffers offers,
            Catalog catalog,
            DeployGate gate,
            PublishQueue queue,
            DeploymentEvents events,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.deployments = deployments;
        this.required = required;
        this.offers = offers;
        this.catalog = catalog;
        this.gate = gate;
        this.queue = queue;
        this.events = events;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Deploys what is missing.
     *
     * @throws ConflictException where the environment may have no further deployment, or one of them cannot be deployed
     */
    void deploy(Deployment needing) {
        deploy(needing, Set.of(needing.app()));
    }

    private void deploy(Deployment needing, Set<AppId> path) {
        needing.spec().rollout().requires().forEach((id, name) -> {
            var app = new AppId(id);
            if (!path.contains(app) && required.provider(needing, app).isEmpty()) {
                gate.checkNew(needing.environment());
                deploy(publish(needing, app, name, path), with(path, app));
            }
        });
    }

    private static Set<AppId> with(Set<AppId> path, AppId app) {
        var longer = new HashSet<>(path);
        longer.add(app);
        return longer;
    }

    private Deployment publish(Deployment needing, AppId app, String name, Set<AppId> path) {
        var now = clock.instant();
        var release = catalog.newest(app, now).orElseThrow(() -> missing(name));
        var deployment = new Deployment(
                Current.company(),
                new DeploymentId(identifiers.next()),
                needing.environment(),
                new DeployedApp(app, release.name(), release.publisher()),
                spec(needing, release, path),
                Current.actor().name(),
                now);
        deployment.publish(now);
        var saved = deployments.saveAndFlush(deployment);
        log.append(events.required(saved, release.version(), needing));
        queue.add(saved, release.version(), PublishReason.CREATED, PublishProgress.begin(null));
        return saved;
    }

    private static ConflictException missing(String name) {
        return new ConflictException("deployments.requires.notDeployable", name);
    }

    /** What it requires itself it gets too, but for what led to it: Intune knows no circles. */
    private DeploymentSpec spec(Deployment needing, Release release, Set<AppId> path) {
        var installer =
                offers.proposed(release, needing.spec().architecture()).orElseThrow(() -> missing(release.name()));
        var spec = DeploymentSpec.of(new VersionChoice.Latest(0), installer);
        Map<String, String> needed =
                new LinkedHashMap<>(offers.facts(release.app(), spec).deployable());
        needed.remove(release.app().value());
        path.forEach(app -> needed.remove(app.value()));
        return spec.with(Rollout.USUAL.requiring(needed));
    }
}

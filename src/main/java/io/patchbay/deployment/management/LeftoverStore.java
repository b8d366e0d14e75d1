package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.Deployment.DeployedApp;
import io.patchbay.deployment.model.DeploymentEvents;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.synchronization.SyncJob;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.event.EventLog;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes deployments of leftovers. Every method is one transaction; none calls Microsoft. */
@Service
class LeftoverStore {

    private static final AppId UNKNOWN = new AppId("unknown.unknown");

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;
    private final CrossTenantQueries queries;
    private final Catalog catalog;
    private final DeployGate gate;
    private final ConnectionLock connections;
    private final SyncJob synchronization;
    private final DeploymentEvents events;
    private final EventLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    LeftoverStore(
            DeploymentRepository deployments,
            DeployedVersionRepository versions,
            CrossTenantQueries queries,
            Catalog catalog,
            DeployGate gate,
            ConnectionLock connections,
            SyncJob synchronization,
            DeploymentEvents events,
            EventLog log,
            Identifiers identifiers,
            Clock clock) {
        this.deployments = deployments;
        this.versions = versions;
        this.queries = queries;
        this.catalog = catalog;
        this.gate = gate;
        this.connections = connections;
        this.synchronization = synchronization;
        this.events = events;
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Those of the versions that any company has, this one or another. */
    @Transactional(readOnly = true)
    Set<UUID> owned(Collection<UUID> wanted) {
        return wanted.isEmpty()
                ? Set.of()
                : Set.copyOf(queries.ask(
                        "cross_tenant_owned_versions",
                        (row, number) -> row.getObject(1, UUID.class),
                        wanted.stream().map(UUID::toString).collect(Collectors.joining(","))));
    }

    /** The leftovers with what is known of their applications. */
    @Transactional(readOnly = true)
    List<Leftover> known(EnvironmentId environment, List<Leftover> seen) {
        return seen.stream().map(one -> known(environment, one)).toList();
    }

    private Leftover known(EnvironmentId environment, Leftover seen) {
        var app = catalog.called(seen.name(), seen.found().publisher());
        var deployed = app.filter(one -> !deployments.ofApp(environment, one).isEmpty())
                .isPresent();
        return new Leftover(seen.mark(), seen.found(), app.orElse(null), deployed);
    }

    /**
     * Makes a deployment of the versions of one application, of which each goes on under the mark that it bears.
     *
     * @param assignments to whom each goes, by its identifier
     */
    @Transactional
    void adopt(EnvironmentId environment, List<Leftover> some, Map<String, List<Assignment>> assignments) {
        connections.hold(environment);
        gate.checkNew(environment);
        var all = free(some);
        if (all.isEmpty()
                || all.stream().anyMatch(one -> !known(environment, one).adoptable())) {
            return;
        }
        var newest = all.getFirst();
        var kept =
                (int) all.stream().skip(1).filter(one -> one.assignments() == 0).count();
        var spec = DeploymentSpec.of(
                        new VersionChoice.Latest(0), new InstallerChoice(newest.architecture(), newest.scope()))
                .with(assignments.getOrDefault(newest.id(), List.of()))
                .retaining(Math.min(kept, DeploymentSpec.RETAIN_AT_MOST));
        var deployment = insert(environment, all, spec);
        log.append(
                events.takenOver(deployment, all.stream().map(Leftover::version).toList()));
        synchronization.keep(environment);
    }

    /**
     * Writes leftovers down as a deployment, which can then be deleted as any other is.
     *
     * @return it; empty where somebody else has them meanwhile
     */
    @Transactional
    Optional<DeploymentId> take(EnvironmentId environment, Leftover one) {
        connections.hold(environment);
        var free = free(List.of(one));
        if (free.isEmpty()) {
            return Optional.empty();
        }
        var spec = DeploymentSpec.of(
                new VersionChoice.Fixed(one.version()), new InstallerChoice(one.architecture(), one.scope()));
        return Optional.of(insert(environment, free, spec).id());
    }

    /** Those that nobody has, newest first, and of each version one. */
    private List<Leftover> free(List<Leftover> some) {
        var owned = owned(some.stream().map(Leftover::mark).toList());
        var seen = new HashSet<String>();
        return some.stream()
                .filter(one -> !owned.contains(one.mark()))
                .sorted((one, other) -> catalog.isNewer(one.version(), other.version()) ? -1 : 1)
                .filter(one -> seen.add(one.version()))
                .toList();
    }

    private Deployment insert(EnvironmentId environment, List<Leftover> all, DeploymentSpec spec) {
        var now = clock.instant();
        var newest = all.getFirst();
        var app = newest.catalogApp();
        var deployment = new Deployment(
                Current.company(),
                new DeploymentId(identifiers.next()),
                environment,
                new DeployedApp(
                        app == null ? UNKNOWN : app,
                        newest.name(),
                        newest.found().publisher()),
                spec,
                Current.actor().name(),
                now);
        deployment.publish(now);
        deployments.saveAndFlush(deployment);
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            var version = new DeployedVersion(
                    Current.company(),
                    one.mark(),
                    deployment.id(),
                    one.version(),
                    PublishReason.CREATED,
                    PublishProgress.assigned(one.id()),
                    now);
            version.state().succeed(now);
            if (i > 0) {
                version.supersede(now.minusSeconds(i));
                version.seenManuallyAssigned(one.assignments() > 0);
            }
            versions.save(version);
        }
        return deployment;
    }
}

package io.patchbay.deployment.copy;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.management.DeploymentDrafts;
import io.patchbay.deployment.management.DeploymentOffers;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.Deployment.DeployedApp;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes deployments of a file's. Every method is one transaction; none calls Microsoft. */
@Service
class DeploymentImportStore {

    private final DeploymentRepository deployments;
    private final DeploymentDrafts drafts;
    private final Deployments changes;
    private final DeploymentOffers offers;
    private final DeployGate gate;
    private final ConnectionLock connections;
    private final Identifiers identifiers;
    private final Clock clock;

    DeploymentImportStore(
            DeploymentRepository deployments,
            DeploymentDrafts drafts,
            Deployments changes,
            DeploymentOffers offers,
            DeployGate gate,
            ConnectionLock connections,
            Identifiers identifiers,
            Clock clock) {
        this.deployments = deployments;
        this.drafts = drafts;
        this.changes = changes;
        this.offers = offers;
        this.gate = gate;
        this.connections = connections;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * What an environment says to deployments of a file.
     *
     * @param there the numbers of those that it has
     * @param obstacles why others cannot be made, as message keys by number
     * @param drafts of which applications somebody writes a deployment
     * @param hindrance why it may have no new one at all, in words
     * @param room how many more it may have
     */
    record State(
            Set<Integer> there,
            Map<Integer, String> obstacles,
            Set<AppId> drafts,
            Optional<String> hindrance,
            int room) {}

    @Transactional(readOnly = true)
    State state(EnvironmentId environment, List<CopiedDeployment> all) {
        var existing = deployments.of(environment);
        var obstacles = new HashMap<Integer, String>();
        for (int number = 0; number < all.size(); number++) {
            var one = all.get(number);
            if (offers.release(one.appId(), one.spec().choice()).isEmpty()) {
                obstacles.put(number, "copy.deployment.noRelease");
            } else if (!offers.installable(one.appId(), one.spec())) {
                obstacles.put(number, "copy.deployment.noInstaller");
            }
        }
        return new State(
                there(existing, all, IntStream.range(0, all.size()).boxed().toList()),
                obstacles,
                existing.stream().filter(Deployment::draft).map(Deployment::app).collect(Collectors.toSet()),
                gate.whyNoNew(environment),
                gate.room(environment));
    }

    /**
     * The numbers of those that are there already: the same versions and installer of an application, or else any deployment of
     * it that is none of the others, so that one that was changed since is not made again.
     */
    static Set<Integer> there(List<Deployment> existing, List<CopiedDeployment> all, List<Integer> numbers) {
        var there = new HashSet<Integer>();
        var free = existing.stream()
                .filter(one -> !one.deleting())
                .collect(Collectors.groupingBy(Deployment::app, Collectors.toCollection(ArrayList::new)));
        for (var exactly : List.of(true, false)) {
            for (int number : numbers) {
                var one = all.get(number);
                var ofApp = there.contains(number) ? null : free.get(one.appId());
                if (ofApp != null && take(ofApp, one, exactly)) {
                    there.add(number);
                }
            }
        }
        return there;
    }

    private static boolean take(List<Deployment> ofApp, CopiedDeployment one, boolean exactly) {
        var match = ofApp.stream()
                .filter(other -> other.draft() == one.draft() && (!exactly || one.same(other)))
                .findFirst();
        match.ifPresent(ofApp::remove);
        return match.isPresent();
    }

    /**
     * Makes one of a file's deployments, unless it is there.
     *
     * @param ofApp the numbers of all of the same application
     * @param spec what it is to be in this tenant
     * @throws ConflictException where the state of things forbids it, with the reason for people
     */
    @Transactional
    void make(
            EnvironmentId environment,
            List<CopiedDeployment> all,
            List<Integer> ofApp,
            int number,
            DeploymentSpec spec) {
        connections.hold(environment);
        var one = all.get(number);
        var existing = new ArrayList<>(deployments.ofApp(environment, one.appId()));
        var draft = deployments.draft(environment, one.appId());
        draft.ifPresent(existing::add);
        if (there(existing, all, ofApp).contains(number)) {
            return;
        }
        if (draft.isPresent()) {
            throw new ConflictException("copy.deployment.draftOpen");
        }
        gate.checkNew(environment);
        var release = offers.release(one.appId(), spec.choice())
                .orElseThrow(() -> new ConflictException("copy.deployment.noRelease"));
        if (!offers.installable(one.appId(), spec)) {
            throw new ConflictException("copy.deployment.noInstaller");
        }
        var made = deployments.saveAndFlush(new Deployment(
                Current.company(),
                new DeploymentId(identifiers.next()),
                environment,
                new DeployedApp(one.appId(), release.name(), release.publisher()),
                spec,
                Current.actor().name(),
                clock.instant()));
        if (!one.draft()) {
            drafts.publish(made.id());
        }
        if (one.state() == DeploymentState.PAUSED) {
            changes.pause(made.id());
        }
    }
}

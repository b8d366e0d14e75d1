package io.patchbay.deployment.synchronization;

import io.patchbay.deployment.SyncReport;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.publishing.FailureTranslator;
import io.patchbay.deployment.publishing.StepResult;
import io.patchbay.deployment.removal.AppRemoval;
import io.patchbay.deployment.removal.ManualAssignments;
import io.patchbay.environment.ConnectionLock;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.platform.job.Removal;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the deployments of an environment with what is in its Intune: publishes newer versions and removes old ones that the
 * retention policy does not keep. An old version is only removed after a later one succeeded, and never in the same
 * synchronization, so that a failure never leaves people without any.
 */
@Component
class Synchronizer {

    private final ConnectionLock connections;
    private final SyncStore store;
    private final DeployGate gate;
    private final IntuneApps apps;
    private final AppRemoval removal;
    private final ManualAssignments manualAssignments;
    private final FailureTranslator causes;

    Synchronizer(
            ConnectionLock connections,
            SyncStore store,
            DeployGate gate,
            IntuneApps apps,
            AppRemoval removal,
            ManualAssignments manualAssignments,
            FailureTranslator causes) {
        this.connections = connections;
        this.store = store;
        this.gate = gate;
        this.apps = apps;
        this.removal = removal;
        this.manualAssignments = manualAssignments;
        this.causes = causes;
    }

    /**
     * What came of it.
     *
     * @param again whether what kept it from its work may pass
     */
    record SyncOutcome(SyncReport report, boolean again) {}

    SyncOutcome run(EnvironmentId environment, PublishReason reason) {
        var tenant = connections.tenant(environment);
        if (tenant.isEmpty()) {
            return skipped(causes.text("notConnected"));
        }
        var hindrance = gate.whyNoChange(environment);
        if (hindrance.isPresent()) {
            return skipped(hindrance.get());
        }
        var all = apps.all(tenant.get());
        if (!(all instanceof Answered<List<IntuneApp>>(var found))) {
            return kept(causes.of(all));
        }
        var there = found.stream().collect(Collectors.toMap(IntuneApp::id, Function.identity(), (one, same) -> one));
        var active = store.active(environment);
        var report = SyncReport.empty().checked(active.size());
        active.forEach(deployment -> synchronize(tenant.get(), deployment, reason, there, report));
        return new SyncOutcome(report, false);
    }

    private static SyncOutcome skipped(String why) {
        return new SyncOutcome(SyncReport.skipped(why), false);
    }

    private static SyncOutcome kept(StepResult.Failure refusal) {
        return switch (refusal) {
            case StepResult.Fail(var cause) -> skipped(cause);
            case StepResult.AwaitingApproval(var cause, var code) -> skipped(cause);
            case StepResult.Retry(var cause, var after) -> new SyncOutcome(SyncReport.skipped(cause), true);
            case StepResult.NotYet(var cause, var missing) -> new SyncOutcome(SyncReport.skipped(cause), true);
        };
    }

    private void synchronize(
            UUID tenant, Deployment deployment, PublishReason reason, Map<String, IntuneApp> there, SyncReport report) {
        for (var version : store.versions(deployment)) {
            if (version.status() == VersionStatus.SUCCESS
                    && !there.containsKey(version.app())
                    && gone(tenant, version)) {
                store.gone(deployment, version);
                report.gone().add(name(deployment, version));
            }
            if (!version.status().open()) {
                removeTwins(tenant, version, there.values());
            }
        }
        retire(tenant, deployment, there, report);
        store.publishNewer(deployment.id(), reason)
                .ifPresent(version -> report.publishing().add(deployment.appName() + " " + version));
    }

    /** A list may lack a new application; that it is gone is certain where Intune does not know it either. */
    private boolean gone(UUID tenant, DeployedVersion version) {
        var app = version.app();
        return app != null
                && apps.find(tenant, app) instanceof Answered<Optional<IntuneApp>>(var found)
                && found.isEmpty();
    }

    /** What an interrupted publishing made twice; where it cannot be removed now, it can tomorrow. */
    private void removeTwins(UUID tenant, DeployedVersion version, Collection<IntuneApp> there) {
        there.stream().filter(version::isTwin).forEach(twin -> removal.removeTwin(tenant, twin));
    }

    private void retire(UUID tenant, Deployment deployment, Map<String, IntuneApp> there, SyncReport report) {
        var versions = store.versions(deployment);
        var old = versions.stream()
                .filter(version -> version.superseded() && version.app() != null)
                .sorted(Comparator.comparing(
                                (DeployedVersion version) -> Objects.requireNonNull(version.supersededAt()))
                        .reversed())
                .toList();
        var current = current(versions, there);
        int kept = 0;
        for (var version : old) {
            var app = there.get(version.app());
            var assigned = app != null && app.assigned();
            if (version.manuallyAssigned() != assigned) {
                manualAssignments.note(version.id(), assigned);
            }
            if (assigned) {
                report.byHand().add(name(deployment, version));
            } else if (kept < deployment.spec().retain()) {
                kept++;
            } else {
                remove(tenant, deployment, version, current, report);
            }
        }
    }

    /** The application that people get, or would get if its last change had succeeded; null where Intune has none. */
    private static @Nullable String current(List<DeployedVersion> versions, Map<String, IntuneApp> there) {
        return versions.stream()
                .filter(version -> !version.superseded() && published(there.get(version.app())))
                .min(Comparator.comparing(version -> version.status() != VersionStatus.SUCCESS))
                .map(DeployedVersion::app)
                .orElse(null);
    }

    private static boolean published(@Nullable IntuneApp app) {
        return app != null && app.published();
    }

    /** What still requires the old version, as where two instances changed its relations at once, requires the current one then. */
    private void remove(
            UUID tenant, Deployment deployment, DeployedVersion version, @Nullable String current, SyncReport report) {
        var name = name(deployment, version);
        switch (removal.remove(tenant, AppRemoval.RemovalTarget.of(version).replacedBy(current))) {
            case Removal.Removed removed -> {
                store.retired(deployment, version);
                report.removed().add(name);
            }
            case Removal.Left(var obstacle, var reason) -> report.problems().add(name + ": " + reason);
            case Removal.NotNow(var after, var obstacle, var reason) ->
                report.problems().add(name + ": " + reason);
            case Removal.NotYet(var after, var obstacle, var reason) ->
                report.problems().add(name + ": " + reason);
            case Removal.Undecided(var after, var reason) -> report.problems().add(name + ": " + reason);
            case Removal.TryAgain(var obstacle, var reason) -> report.problems().add(name + ": " + reason);
            case Removal.Found found -> throw new IllegalStateException("Its identifier was known");
        }
    }

    private static String name(Deployment deployment, DeployedVersion version) {
        return deployment.appName() + " " + version.appVersion();
    }
}

package io.patchbay.deployment.publishing;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.PublishStage;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.AppNeeds.Readiness;
import io.patchbay.deployment.publishing.AppNeeds.RequiredApp;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which deployments of an environment others require. Used inside a transaction. */
@Component
public class RequiredApps {

    /** What is being published replaces what is there; what failed does not. */
    private static final Comparator<DeployedVersion> IN_USE_FIRST =
            Comparator.comparing(version -> switch (version.status()) {
                case IN_PROGRESS, RETRYING, WAITING_FOR_APPROVAL -> 0;
                case SUCCESS -> 1;
                case FAILED -> 2;
            });

    private final DeploymentRepository deployments;
    private final DeployedVersionRepository versions;

    RequiredApps(DeploymentRepository deployments, DeployedVersionRepository versions) {
        this.deployments = deployments;
        this.versions = versions;
    }

    /** What is to be known of them before the version's next step. */
    AppNeeds of(Deployment deployment, DeployedVersion version) {
        var stage = version.progress().stage();
        if (!(stage instanceof PublishStage.Relating) && !(stage instanceof PublishStage.Superseding)) {
            return AppNeeds.NONE;
        }
        return new AppNeeds(
                deployment.spec().rollout().requires().entrySet().stream()
                        .map(needed -> required(deployment, new AppId(needed.getKey()), needed.getValue()))
                        .toList(),
                dependents(deployment));
    }

    /** The deployment that meets the need: one of the same architecture where there are several. */
    public Optional<Deployment> provider(Deployment needing, AppId app) {
        var architecture = needing.spec().architecture();
        return deployments.ofApp(needing.environment(), app).stream()
                .filter(one -> !one.id().equals(needing.id()))
                .min(Comparator.comparing(one -> one.spec().architecture() != architecture));
    }

    private RequiredApp required(Deployment needing, AppId app, String name) {
        var provider = provider(needing, app);
        if (provider.isEmpty()) {
            return new RequiredApp(name, Readiness.ABSENT, null);
        }
        var latest = latest(provider.get());
        var published =
                latest.stream().filter(version -> version.progress().inIntune()).findFirst();
        if (published.isPresent()) {
            return new RequiredApp(name, Readiness.READY, published.get().app());
        }
        var failed = latest.stream().allMatch(version -> version.status() == VersionStatus.FAILED);
        return new RequiredApp(name, failed ? Readiness.FAILED : Readiness.COMING, null);
    }

    private List<DeployedVersion> latest(Deployment deployment) {
        return versions.of(deployment.id()).stream()
                .filter(version -> !version.superseded())
                .sorted(IN_USE_FIRST)
                .toList();
    }

    private List<String> dependents(Deployment deployment) {
        return deployments.requiring(deployment.environment(), deployment.app()).stream()
                .filter(one -> provider(one, deployment.app())
                        .filter(provider -> provider.id().equals(deployment.id()))
                        .isPresent())
                .flatMap(one -> latest(one).stream())
                .filter(version -> version.status() == VersionStatus.SUCCESS)
                .map(DeployedVersion::app)
                .filter(Objects::nonNull)
                .toList();
    }
}

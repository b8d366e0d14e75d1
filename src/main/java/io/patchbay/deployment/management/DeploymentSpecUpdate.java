package io.patchbay.deployment.management;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.PublishQueue;
import io.patchbay.platform.problem.ConflictException;
import org.springframework.stereotype.Component;

/** What a change of a published deployment means for what is in Intune. Used inside a transaction. */
@Component
class DeploymentSpecUpdate {

    private final DeployedVersionRepository versions;
    private final DeploymentOffers offers;
    private final PublishQueue queue;

    DeploymentSpecUpdate(DeployedVersionRepository versions, DeploymentOffers offers, PublishQueue queue) {
        this.offers = offers;
        this.versions = versions;
        this.queue = queue;
    }

    /**
     * Has the least done that makes Intune as the deployment is to be.
     *
     * @throws ConflictException where a version is being published right now
     */
    void carryOut(Deployment deployment, DeploymentSpec spec) {
        var latest = queue.latest(deployment).orElseThrow(() -> new ConflictException("deployments.changed"));
        if (latest.status().open()) {
            throw new ConflictException("deployments.inProgress");
        }
        var wanted = spec.fixedVersion();
        if (wanted != null && !wanted.equals(latest.appVersion())) {
            publishOther(deployment, latest, wanted);
        } else if (!deployment.spec().samePackage(spec)) {
            queue.again(latest, PublishReason.UPDATED, changing(deployment, latest, spec));
        } else if (!deployment.spec().sameReach(spec)) {
            queue.again(latest, PublishReason.UPDATED, PublishProgress.reassign(latest.app()));
        }
    }

    /** What is in Intune keeps its content where that is as it is to be. */
    private PublishProgress changing(Deployment deployment, DeployedVersion latest, DeploymentSpec spec) {
        var byScript = offers.installsByScript(deployment.app(), latest.appVersion(), spec);
        return latest.status() == VersionStatus.SUCCESS && deployment.spec().sameContent(spec, byScript)
                ? PublishProgress.describe(latest.app())
                : PublishProgress.change(latest.app());
    }

    private void publishOther(Deployment deployment, DeployedVersion latest, String wanted) {
        var kept = versions.of(deployment.id()).stream()
                .filter(one -> one.appVersion().equals(wanted))
                .findFirst();
        if (kept.isPresent()) {
            queue.again(
                    kept.get(),
                    PublishReason.UPDATED,
                    PublishProgress.change(kept.get().app()));
        } else {
            queue.add(deployment, wanted, PublishReason.UPDATED, PublishProgress.begin(latest.app()));
        }
    }
}

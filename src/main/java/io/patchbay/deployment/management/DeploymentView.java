package io.patchbay.deployment.management;

import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deployment as its pages show it.
 *
 * @param versions its versions, newest first
 * @param update the newer version of the catalog that can be published; null where there is none
 * @param change by which a form says which state of it was seen
 */
public record DeploymentView(
        DeploymentId id,
        EnvironmentId environment,
        String environmentName,
        String app,
        String appName,
        String publisher,
        DeploymentState state,
        DeploymentSpec spec,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        List<VersionView> versions,
        @Nullable String update,
        int change) {

    /** Its language by name; null for none in particular. */
    public @Nullable String language() {
        return DeploymentOffer.nameOf(spec.language());
    }

    /** The version that is the latest or is to be; empty for a draft. */
    public Optional<VersionView> latest() {
        return versions.stream().filter(version -> !version.superseded()).findFirst();
    }

    /** The version that devices get now: the one that is in Intune and was not superseded. */
    public Optional<VersionView> current() {
        return versions.stream()
                .filter(version -> !version.superseded() && version.status() == VersionStatus.SUCCESS)
                .findFirst();
    }

    /** The old versions that are still in Intune. */
    public List<VersionView> old() {
        return versions.stream().filter(VersionView::superseded).toList();
    }

    /** How it stands; null for a draft. */
    public @Nullable VersionStatus status() {
        return latest().map(VersionView::status).orElse(null);
    }

    /** Whether something is happening, so that the page should be looked at again. */
    public boolean moving() {
        return state == DeploymentState.DELETING
                || versions.stream().anyMatch(version -> version.status().open());
    }

    /** Whether it still is to be published for the first time. */
    public boolean draft() {
        return state == DeploymentState.DRAFT;
    }

    /** Whether it can be published again. */
    public boolean retriable() {
        return (state == DeploymentState.ACTIVE || state == DeploymentState.PAUSED)
                && (status() == VersionStatus.FAILED
                        || status() == VersionStatus.RETRYING
                        || status() == VersionStatus.WAITING_FOR_APPROVAL);
    }
}

package io.patchbay.deployment.management;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Step;
import io.patchbay.deployment.model.VersionStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a deployment as its pages show it.
 *
 * @param step what is being done, by the name of the step
 * @param percent how much of it is done
 * @param cause what went wrong, null where nothing did
 * @param remark what is worth knowing although it succeeded
 * @param intuneApp its identifier in Intune, null while there is none
 * @param retryAt when it is tried again, null where it is not
 * @param supersededAt when a newer one took its place, null while none has
 */
public record VersionView(
        UUID id,
        String version,
        VersionStatus status,
        String step,
        int percent,
        @Nullable String cause,
        @Nullable String remark,
        @Nullable String intuneApp,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant retryAt,
        @Nullable Instant supersededAt,
        boolean byHand) {

    static VersionView of(DeployedVersion version) {
        return new VersionView(
                version.id(),
                version.appVersion(),
                version.status(),
                version.progress().step().name(),
                version.status() == VersionStatus.SUCCESS
                        ? 100
                        : version.progress().percent(),
                version.state().cause(),
                version.remark(),
                version.app(),
                version.createdAt(),
                version.state().finishedAt(),
                retried(version.status()) ? version.state().visibleFrom() : null,
                version.supersededAt(),
                version.manuallyAssigned());
    }

    private static boolean retried(VersionStatus status) {
        return status == VersionStatus.RETRYING || status == VersionStatus.WAITING_FOR_APPROVAL;
    }

    /** What is done after the step, by its name; null after the last one. */
    public @Nullable String nextStep() {
        return Step.valueOf(step).next().map(Step::name).orElse(null);
    }

    /** Whether a newer one took its place. */
    public boolean superseded() {
        return supersededAt != null;
    }

    /** Whether another administrator has to approve it in Intune. */
    public boolean waitsForApproval() {
        return status == VersionStatus.WAITING_FOR_APPROVAL;
    }
}

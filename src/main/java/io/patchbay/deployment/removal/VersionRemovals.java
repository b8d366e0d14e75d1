package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.platform.job.RemovalPolicy.Next;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The versions of the current company's deployments that are being deleted. Used inside a transaction. */
@Component
class VersionRemovals {

    private final DeployedVersionRepository versions;

    VersionRemovals(DeployedVersionRepository versions) {
        this.versions = versions;
    }

    /** One of a deployment that is being deleted and is still to be dealt with, whose turn is next. */
    Optional<DeployedVersion> toRemove(DeploymentId deployment) {
        return versions.toRemove(deployment);
    }

    void removed(UUID id, Instant at) {
        versions.held(id).ifPresent(version -> version.removed(at));
    }

    void left(UUID id, String because) {
        versions.held(id).ifPresent(version -> version.left(because));
    }

    /** To be dealt with later. */
    void later(UUID id, Next.Again again) {
        versions.held(id).ifPresent(version -> version.removeLater(again.standing(), again.from()));
    }

    /** What a deletion came to: the versions that left Intune, and those that did not with the reason. */
    record RemovalSummary(List<String> removed, List<String> left) {}

    RemovalSummary summary(DeploymentId deployment) {
        var all = versions.of(deployment).stream()
                .sorted(Comparator.comparing(DeployedVersion::createdAt))
                .toList();
        return new RemovalSummary(
                all.stream()
                        .filter(version -> version.removedAt() != null)
                        .map(DeployedVersion::appVersion)
                        .toList(),
                all.stream()
                        .filter(version -> version.notRemovedReason() != null)
                        .map(version -> "%s (%s)".formatted(version.appVersion(), version.notRemovedReason()))
                        .toList());
    }
}

package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The versions that are to be published, each with the job that does it. Used inside a transaction. */
@Component
public class PublishQueue {

    private final DeployedVersionRepository versions;
    private final PublishJob publishing;
    private final Identifiers identifiers;
    private final Clock clock;

    PublishQueue(DeployedVersionRepository versions, PublishJob publishing, Identifiers identifiers, Clock clock) {
        this.versions = versions;
        this.publishing = publishing;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The version that is, or is about to be, the one in use. */
    public Optional<DeployedVersion> latest(Deployment deployment) {
        return versions.of(deployment.id()).stream()
                .filter(version -> !version.superseded())
                .findFirst();
    }

    /** Adds a version, whose publishing begins at once. */
    public void add(Deployment deployment, String version, PublishReason reason, PublishProgress progress) {
        var id = identifiers.next();
        versions.save(new DeployedVersion(
                Current.company(), id, deployment.id(), version, reason, progress, clock.instant()));
        publishing.wake(id);
    }

    /** Begins again with a version that ended, read while its deployment is held. */
    public void again(DeployedVersion version, PublishReason reason, PublishProgress progress) {
        version.restart(reason, progress, clock.instant());
        publishing.wake(version.id());
    }

    /** Lets what waits of a held deployment go on at once. */
    public void hurry(Deployment deployment) {
        versions.hurry(deployment.id(), clock.instant());
        latest(deployment).ifPresent(version -> publishing.wake(version.id()));
    }
}

package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.PublishProgress;
import io.patchbay.deployment.model.Reason;
import io.patchbay.deployment.model.VersionRows;
import io.patchbay.platform.id.Identifiers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The versions that are to be published, each with the job that does it. Used inside a transaction. */
@Component
public class PublishQueue {

    private final VersionRows versions;
    private final PublishJob publishing;
    private final Identifiers identifiers;
    private final Clock clock;

    PublishQueue(VersionRows versions, PublishJob publishing, Identifiers identifiers, Clock clock) {
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

    public void add(Deployment deployment, String version, Reason reason, PublishProgress work) {
        var id = identifiers.next();
        versions.insert(id, deployment.id(), version, reason, work, clock.instant());
        publishing.wake(id);
    }

    /** Begins anew with a version that ended. */
    public void again(DeployedVersion version, Reason reason, PublishProgress work) {
        versions.again(version.id(), reason, work, clock.instant());
        publishing.wake(version.id());
    }

    /** Lets what waits go on at once. */
    public void hurry(Deployment deployment) {
        versions.hurry(deployment.id(), clock.instant());
        latest(deployment).ifPresent(version -> publishing.wake(version.id()));
    }
}

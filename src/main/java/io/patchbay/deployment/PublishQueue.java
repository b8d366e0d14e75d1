package io.patchbay.deployment;

import io.patchbay.tenancy.Identifiers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The versions that are to be published, each with the job that does it. Used inside a transaction. */
@Component
class PublishQueue {

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
    Optional<DeployedVersion> latest(Deployment deployment) {
        return versions.of(deployment.id()).stream()
                .filter(version -> !version.superseded())
                .findFirst();
    }

    void add(Deployment deployment, String version, Reason reason, PublishProgress work) {
        var id = identifiers.next();
        versions.insert(id, deployment.id(), version, reason, work, clock.instant());
        publishing.wake().now(id);
    }

    /** Begins anew with a version that ended. */
    void again(DeployedVersion version, Reason reason, PublishProgress work) {
        versions.again(version.id(), reason, work, clock.instant());
        publishing.wake().now(version.id());
    }

    /** Lets what waits go on at once. */
    void hurry(Deployment deployment) {
        versions.hurry(deployment.id(), clock.instant());
        latest(deployment).ifPresent(version -> publishing.wake().now(version.id()));
    }
}

package io.patchbay.deployment.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a deployment that is in Intune or on its way, as it is stored. */
public record DeployedVersion(
        UUID id,
        DeploymentId deployment,
        String appVersion,
        Reason reason,
        VersionStatus status,
        PublishProgress work,
        @Nullable String cause,
        @Nullable String remark,
        int attempts,
        @Nullable Instant failingSince,
        Instant visibleFrom,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant supersededAt,
        boolean byHand,
        int version) {

    /** By which its application in Intune is known as ours, and as this one. */
    public String mark() {
        return "patchbay:" + id;
    }

    public boolean superseded() {
        return supersededAt != null;
    }
}

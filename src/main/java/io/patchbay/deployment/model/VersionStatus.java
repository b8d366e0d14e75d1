package io.patchbay.deployment.model;

/** How the publishing of a version stands; the label stands in the messages under {@code deployments.status}. */
public enum VersionStatus {
    SUCCESS,
    IN_PROGRESS,
    RETRYING,
    FAILED;

    /** Whether something still happens. */
    public boolean open() {
        return this == IN_PROGRESS || this == RETRYING;
    }
}

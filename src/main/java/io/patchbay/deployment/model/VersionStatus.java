package io.patchbay.deployment.model;

/** How the publishing of a version stands; the label stands in the messages under {@code deployments.status}. */
public enum VersionStatus {
    SUCCESS,
    IN_PROGRESS,
    RETRYING,
    /** Another administrator has to approve it in Intune (Multi Admin Approval). */
    WAITING_FOR_APPROVAL,
    FAILED;

    /** Whether something still happens. */
    public boolean open() {
        return this != SUCCESS && this != FAILED;
    }
}

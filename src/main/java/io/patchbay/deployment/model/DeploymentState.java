package io.patchbay.deployment.model;

/** What is to happen with a deployment. */
public enum DeploymentState {
    /** It is still being written. */
    DRAFT,
    /** It is kept up to date. */
    ACTIVE,
    /** Nothing is published until it is resumed. */
    PAUSED,
    /** It is being taken out of Intune. */
    DELETING
}

package io.patchbay.deployment.model;

/** Why a version is published. */
public enum PublishReason {
    CREATED,
    UPDATED,
    SYNCHRONIZED,
    /** A synchronization that somebody asked for. */
    REQUESTED,
    RECREATED
}

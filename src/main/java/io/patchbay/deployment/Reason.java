package io.patchbay.deployment;

/** Why a version is published. */
enum Reason {
    CREATED,
    UPDATED,
    SYNCHRONIZED,
    RECREATED
}

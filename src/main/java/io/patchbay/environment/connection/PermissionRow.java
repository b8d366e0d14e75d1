package io.patchbay.environment.connection;

import io.patchbay.environment.RequiredPermission;

/**
 * A required permission as the connection's page lists it.
 *
 * @param status whether it is there, as far as is known
 */
public record PermissionRow(RequiredPermission permission, PermissionStatus status) {

    /** Whether it may be done without from now on. */
    public boolean missing() {
        return status == PermissionStatus.MISSING;
    }

    /** Whether it is done without. */
    public boolean waived() {
        return status == PermissionStatus.WAIVED;
    }

    /** Whether a permission is there, as far as is known. */
    public enum PermissionStatus {
        GRANTED,
        MISSING,
        WAIVED,
        NOT_KNOWN
    }
}

package io.patchbay.event;

/** What was done, as the log shows it. */
public enum Operation {
    ACTIVATED("Activated"),
    ANSWERED("Answered"),
    APPROVED("Approved"),
    CONNECTED("Connected"),
    CREATED("Created"),
    DELETED("Deleted"),
    DISCONNECTED("Disconnected"),
    ENDED("Ended"),
    EXPIRED("Expired"),
    EXPORTED("Exported"),
    FAILED("Failed"),
    ISSUED("Issued"),
    LOST("Lost"),
    PUBLISHED("Published"),
    RECREATED("Recreated"),
    REFUSED("Refused"),
    REJECTED("Rejected"),
    REMOVED("Removed"),
    REQUESTED("Requested"),
    RESTORED("Restored"),
    REVOKED("Revoked"),
    ROLE_CHANGED("Role changed"),
    STARTED("Started"),
    SYNCHRONIZED("Synchronized"),
    UPDATED("Updated"),
    VIEWED("Viewed");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    /** The word shown and exported. */
    public String label() {
        return label;
    }
}

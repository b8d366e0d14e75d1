package io.patchbay.simulator.directory;

/** What Intune says of a tenant's subscription (Graph: deviceManagementSubscriptionState). */
public enum SubscriptionState {
    PENDING("pending"),
    ACTIVE("active"),
    WARNING("warning"),
    DISABLED("disabled"),
    DELETED("deleted"),
    BLOCKED("blocked"),
    LOCKED_OUT("lockedOut");

    private final String value;

    SubscriptionState(String value) {
        this.value = value;
    }

    /** As it stands in Graph's answer. */
    public String value() {
        return value;
    }
}

package io.patchbay.event;

/** What was done, as the log shows it. */
public enum Operation {
    APPROVED("Approved"),
    CONNECTED("Connected"),
    CREATED("Created"),
    FAILED("Failed"),
    REJECTED("Rejected"),
    REQUESTED("Requested"),
    UPDATED("Updated");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    /** The word shown and exported. */
    public String label() {
        return label;
    }
}

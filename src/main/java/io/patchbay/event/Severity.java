package io.patchbay.event;

/** Whether an event concerns security. */
public enum Severity {
    GENERAL("General"),
    SECURITY("Security");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word shown and exported. */
    public String label() {
        return label;
    }
}

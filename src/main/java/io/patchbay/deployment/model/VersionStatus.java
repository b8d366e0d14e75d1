package io.patchbay.deployment.model;

/** How the publishing of a version stands; the label stands in the messages under {@code deployments.status}. */
public enum VersionStatus {
    SUCCESS("success", "check-circle-fill"),
    IN_PROGRESS("info", "arrow-repeat"),
    RETRYING("warning", "hourglass-split"),
    FAILED("danger", "x-octagon-fill");

    private final String tone;
    private final String icon;

    VersionStatus(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** How it is colored. */
    public String tone() {
        return tone;
    }

    /** The Bootstrap icon beside it. */
    public String icon() {
        return icon;
    }

    /** Whether something still happens. */
    public boolean open() {
        return this == IN_PROGRESS || this == RETRYING;
    }
}

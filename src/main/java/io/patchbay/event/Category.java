package io.patchbay.event;

/** What an event is about, as the log shows it. */
public enum Category {
    ACCESS("Access"),
    BANNER("Banner"),
    COMPANY("Company"),
    ENVIRONMENT("Environment"),
    EVENT_LOG("Event Log"),
    GROUP_ROLE("Group Role"),
    INTUNE("Intune"),
    DEPLOYMENT("Intune Deployment"),
    LICENSE("License"),
    NOTIFICATION("Notification"),
    SUPPORT("Customer Support"),
    USER("User");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    /** The word shown and exported. */
    public String label() {
        return label;
    }
}

package io.patchbay.simulator.directory;

/** Roles of the directory, by the template ids that stand in {@code wids} (Entra permissions reference). */
public enum DirectoryRole {
    GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
    PRIVILEGED_ROLE_ADMINISTRATOR("e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator"),
    APPLICATION_ADMINISTRATOR("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator"),
    CLOUD_APPLICATION_ADMINISTRATOR("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator"),
    INTUNE_ADMINISTRATOR("3a2c62db-5318-420d-8d74-23affee5d9d5", "Intune Administrator"),
    /** What every ordinary member has. */
    USER("b79fbf4d-3ef9-4689-8143-76b194e85509", "User");

    private final String templateId;
    private final String label;

    DirectoryRole(String templateId, String label) {
        this.templateId = templateId;
        this.label = label;
    }

    public String templateId() {
        return templateId;
    }

    public String label() {
        return label;
    }

    /** Whether the role may grant Graph application permissions for the whole organization. */
    public boolean mayConsentForOrganization() {
        return this == GLOBAL_ADMINISTRATOR || this == PRIVILEGED_ROLE_ADMINISTRATOR;
    }
}

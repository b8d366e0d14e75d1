package io.patchbay.licensing;

/** What an environment may be asked to do, and whether that needs a valid licence. */
public enum Use {
    DEPLOY(true),
    CHANGE_DEPLOYMENT(true),
    RECONNECT(false),
    DISCONNECT(false),
    DELETE_DEPLOYMENT(false),
    EXPORT(false),
    READ_EVENTS(false),
    MANAGE_LICENSE(false);

    private final boolean needsLicence;

    Use(boolean needsLicence) {
        this.needsLicence = needsLicence;
    }

    /** Whether it is blocked without a valid licence. */
    public boolean needsLicence() {
        return needsLicence;
    }
}

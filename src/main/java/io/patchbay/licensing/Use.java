package io.patchbay.licensing;

/** What an environment may be asked to do, and whether that needs a valid license. */
public enum Use {
    DEPLOY(true),
    CHANGE_DEPLOYMENT(true),
    RECONNECT(false),
    DISCONNECT(false),
    DELETE_DEPLOYMENT(false),
    EXPORT(false),
    READ_EVENTS(false),
    MANAGE_LICENSE(false);

    private final boolean needsLicense;

    Use(boolean needsLicense) {
        this.needsLicense = needsLicense;
    }

    /** Whether it is blocked without a valid license. */
    public boolean needsLicense() {
        return needsLicense;
    }
}

package io.patchbay.environment.protection;

/** How a request stands. */
public enum RequestStatus {
    /** A second person has to confirm it. */
    AWAITING_CONFIRMATION,
    /** It begins at its time, and can be canceled until then. */
    WAITING,
    /** What it asked for began, or is so now. */
    DONE,
    /** A second person refused it. */
    REFUSED,
    /** Somebody canceled it. */
    CANCELED,
    /** Nobody confirmed it in time. */
    LAPSED,
    /** When its time had come it could not be done any more. */
    STOPPED;

    /** Key of its label. */
    public String key() {
        return "protection.status." + name();
    }

    /** Whether it can still come to what it asks for. */
    public boolean open() {
        return this == AWAITING_CONFIRMATION || this == WAITING;
    }
}

package io.patchbay.simulator.intune;

/** How a call about applications fails. */
public enum AppFault {
    TOO_MANY,
    SERVER_ERROR,
    UNAVAILABLE,
    NOT_FOUND,
    REFUSED,
    /** Multi Admin Approval stands before it. */
    APPROVAL_REQUIRED,
    /** It is done, but the answer is a gateway's time-out. */
    DONE_BUT_UNANSWERED,
    /** Of {@link AppCall#COMMIT}: what was uploaded is found wanting. */
    COMMIT_FAILED,
    /** Of {@link AppCall#POLL_FILE}: there is no address to upload to. */
    NO_ADDRESS,
    /** Of {@link AppCall#BLOCK}: the address has run out. */
    EXPIRED
}

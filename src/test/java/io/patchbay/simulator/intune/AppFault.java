package io.patchbay.simulator.intune;

/** How a call about applications fails. */
public enum AppFault {
    TOO_MANY,
    SERVER_ERROR,
    UNAVAILABLE,
    /** 503 with a {@code Retry-After} of some seconds. */
    UNAVAILABLE_RETRY_AFTER,
    /** The back end's passing 401 around a "Forbidden" (P7). */
    UNAUTHORIZED,
    CONFLICT,
    PRECONDITION_FAILED,
    NOT_FOUND,
    REFUSED,
    /** Multi Admin Approval stands before it. */
    APPROVAL_REQUIRED,
    /** It is done, but the answer is a gateway's time-out. */
    DONE_BUT_UNANSWERED,
    /** Something on the way sends it a second time, and the second answer is given. */
    DONE_TWICE,
    /** Of {@link AppCall#COMMIT}: what was uploaded is found wanting. */
    COMMIT_FAILED,
    /** Of {@link AppCall#COMMIT}: the file is being committed for ever (P9). */
    COMMIT_PENDING,
    /** Of {@link AppCall#RENEW}: there will be no new address (P8). */
    RENEWAL_FAILED,
    /** Of {@link AppCall#POLL_FILE}: there is no address to upload to. */
    NO_ADDRESS,
    /** Of {@link AppCall#BLOCK}: the address has run out. */
    EXPIRED
}

package io.patchbay.notification.notice;

/** What people can be told, and can choose to be told; its label stands in the messages under {@code notice.<NAME>}. */
public enum NoticeKind {
    CONNECTION_LOST,
    CONNECTION_DEGRADED,
    CONNECTION_RESTORED,
    LICENSE_ENDING,
    LICENSE_ENDED,
    QUOTE_REQUESTED,
    QUOTE_ANSWERED,
    QUOTE_DECLINED,
    DEPLOYMENT_FAILED,
    SYNCHRONIZATION_REPORT,
    ACCESS_REQUESTED,
    SUPPORT_REQUESTED,
    EVENT_STREAM_PAUSED,
    DISCONNECT_REQUESTED,
    DISCONNECT_SCHEDULED,
    DISCONNECT_CALLED_OFF,
    PROTECTION_CHANGE,
    DISCONNECT_STARTED,
    DISCONNECT_FINISHED;

    /** Whether it can stand in an inbox, which ends with the connection. */
    public boolean reachesInbox() {
        return this != DISCONNECT_FINISHED;
    }
}

package io.patchbay.notification.inbox;

/** What people can be told, and can choose to be told; its label stands in the messages under {@code notice.<NAME>}. */
public enum NoticeKind {
    CONNECTION_LOST("x-octagon-fill", "danger"),
    CONNECTION_DEGRADED("exclamation-triangle-fill", "warning"),
    CONNECTION_RESTORED("check-circle-fill", "success"),
    LICENSE_ENDING("key", "warning"),
    LICENSE_ENDED("key", "danger"),
    DEPLOYMENT_FAILED("x-octagon-fill", "danger"),
    SYNCHRONIZATION_REPORT("arrow-repeat", "info"),
    ACCESS_REQUESTED("person-plus", "info"),
    SUPPORT_REQUESTED("life-preserver", "info"),
    EVENT_STREAM_PAUSED("pause-circle-fill", "warning"),
    DISCONNECT_STARTED("plug", "info"),
    DISCONNECT_FINISHED("plug", "info");

    private final String icon;
    private final String tone;

    NoticeKind(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    /** The Bootstrap icon beside it. */
    public String icon() {
        return icon;
    }

    /** Whether it can stand in an inbox, which ends with the connection. */
    public boolean reachesInbox() {
        return this != DISCONNECT_FINISHED;
    }

    /** How it is colored. */
    public String tone() {
        return tone;
    }
}

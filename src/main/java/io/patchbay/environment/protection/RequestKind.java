package io.patchbay.environment.protection;

/** What is asked for. */
public enum RequestKind {
    /** To disconnect a tenant. */
    DISCONNECT,
    /** To change how disconnects are protected. */
    CHANGE
}

package io.patchbay.simulator.intune;

/** The calls about applications that can be made to fail. */
public enum AppCall {
    LIST,
    READ,
    CREATE,
    UPDATE,
    DELETE,
    CONTENT_VERSION,
    FILE,
    POLL_FILE,
    RENEW,
    BLOCK,
    BLOCK_LIST,
    COMMIT,
    USE_CONTENT,
    ASSIGN,
    CATEGORIES,
    RELATE
}

package io.patchbay.simulator;

/** What the token endpoint and Graph do instead of answering. */
public enum Outage {
    /** They answer. */
    NONE,
    /** They answer 503. */
    SERVER_ERROR,
    /** They accept the request and stay silent, until this ends or two minutes have passed. */
    TIMEOUT
}

package io.patchbay.simulator;

/** What the token endpoint and Graph do instead of answering. */
public enum Outage {
    /** They answer. */
    NONE,
    /** They answer 503. */
    SERVER_ERROR,
    /** They accept the request and stay silent, until this ends or two minutes have passed. */
    TIMEOUT,
    /** They answer 200 with what is no JSON. */
    GARBAGE,
    /** They answer 200 and begin a body that does not end, until this ends or two minutes have passed. */
    SLOW_BODY
}

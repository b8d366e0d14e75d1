package io.patchbay.simulator.receiver;

/** How a receiver answers. */
public enum Behavior {
    TAKES,
    FAILS,
    REFUSES,
    THROTTLES,
    REDIRECTS_INSIDE,
    REDIRECTS_FOR_EVER,
    HANGS,
    DRIPS,
    NEVER_ENDS
}

package io.patchbay.monitoring.instance;

import java.time.Instant;

/**
 * An instance of the portal.
 *
 * @param host the machine or container it runs on
 * @param alive whether it was heard of lately
 * @param here whether it is the one that says so
 */
public record Instance(String host, String version, Instant startedAt, Instant seenAt, boolean alive, boolean here) {}

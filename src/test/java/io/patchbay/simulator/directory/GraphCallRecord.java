package io.patchbay.simulator.directory;

import java.time.Instant;

/**
 * A call that Graph has answered.
 *
 * @param path below the version, with its query
 */
public record GraphCallRecord(String method, String path, int status, Instant at) {}

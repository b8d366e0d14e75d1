package io.patchbay.catalog.imports;

import java.time.Instant;

/**
 * A manifest that could not be taken.
 *
 * @param place the folder it is in
 * @param since when it was first found to be so
 */
public record ManifestProblem(String place, String file, String problem, Instant since) {}

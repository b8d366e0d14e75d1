package io.patchbay.catalog.manifest;

import java.util.List;

/**
 * What a folder holds.
 *
 * @param fingerprint of the folder as it was read
 * @param problems manifests that could not be taken
 */
public record FolderReading(
        String place, String fingerprint, List<ParsedRelease> releases, List<ReadingProblem> problems) {

    /** A file that could not be taken, and why. */
    public record ReadingProblem(String file, String why) {}
}

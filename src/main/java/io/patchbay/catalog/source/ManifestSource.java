package io.patchbay.catalog.source;

import io.patchbay.catalog.manifest.ManifestFolder;

/** Where manifests are read from. */
@FunctionalInterface
public interface ManifestSource {

    /** No path in a source is longer. */
    int LONGEST_PATH = 500;

    /** Takes one folder after another. */
    @FunctionalInterface
    interface Taker {
        void take(ManifestFolder folder);
    }

    /** Hands over every folder that holds manifests. Files of a folder may be read until the taker returns. */
    void each(Taker taker) throws SourceException;
}

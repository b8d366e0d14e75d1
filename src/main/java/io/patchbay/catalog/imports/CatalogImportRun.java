package io.patchbay.catalog.imports;

import io.patchbay.catalog.manifest.FolderReading;
import io.patchbay.catalog.manifest.ManifestFolder;
import io.patchbay.catalog.manifest.ManifestReader;
import io.patchbay.catalog.source.ManifestSource;
import io.patchbay.catalog.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One way through the source: folders that changed are read and stored by batches, those that did not cost a look. */
final class CatalogImportRun implements ManifestSource.Taker {

    private static final int BATCH = 200;
    private static final int GONE_BATCH = 1_000;

    private final CatalogStore store;
    private final Map<String, String> known;
    private final Instant now;
    private final List<FolderReading> batch = new ArrayList<>();
    private int folders;
    private int changed;
    private int releases;
    private int withdrawn;

    /** @param known the folders as they were; what the source no longer has remains in it */
    CatalogImportRun(CatalogStore store, Map<String, String> known, Instant now) {
        this.store = store;
        this.known = known;
        this.now = now;
    }

    @Override
    public void take(ManifestFolder folder) {
        folders++;
        if (!folder.fingerprint().equals(known.remove(folder.place()))) {
            changed++;
            batch.add(ManifestReader.read(folder));
            if (batch.size() == BATCH) {
                storeBatch();
            }
        }
    }

    /** A source in which nothing is left is more likely to be broken than to have withdrawn everything. */
    void end() throws SourceException {
        storeBatch();
        if (folders == 0 && !known.isEmpty()) {
            throw new SourceException("The source has no manifests, so nothing was changed. Check the source.");
        }
        var gone = List.copyOf(known.keySet());
        for (int from = 0; from < gone.size(); from += GONE_BATCH) {
            withdrawn += store.gone(gone.subList(from, Math.min(gone.size(), from + GONE_BATCH)), now);
        }
    }

    private void storeBatch() {
        if (!batch.isEmpty()) {
            var stored = store.store(batch, now);
            releases += stored.releases();
            withdrawn += stored.withdrawn();
            batch.clear();
        }
    }

    int folders() {
        return folders;
    }

    int changed() {
        return changed;
    }

    int releases() {
        return releases;
    }

    int withdrawn() {
        return withdrawn;
    }
}

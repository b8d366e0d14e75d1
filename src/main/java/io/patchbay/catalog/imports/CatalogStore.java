package io.patchbay.catalog.imports;

import io.patchbay.catalog.manifest.FolderReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what an import found, a batch of folders in a transaction. */
@Service
class CatalogStore {

    private final ImportStore rows;
    private final CatalogWriter found;

    CatalogStore(ImportStore rows, CatalogWriter found) {
        this.rows = rows;
        this.found = found;
    }

    /** The folders that were read before, with what they looked like. */
    @Transactional(readOnly = true)
    Map<String, String> fingerprints() {
        return rows.fingerprints();
    }

    /** Stores what the folders hold now. */
    @Transactional
    StoredBatch store(List<FolderReading> readings, Instant now) {
        var stored = found.store(readings, now);
        rows.problems(readings, stored.problems(), now);
        rows.remember(readings, stored.problems());
        return new StoredBatch(stored.releases(), found.withdrawMissing(readings, now));
    }

    /** Marks the versions of folders that are gone. */
    @Transactional
    int gone(List<String> places, Instant now) {
        rows.forget(places);
        return found.withdraw(places, now);
    }

    @Transactional
    void record(ImportReport run) {
        rows.record(run);
    }

    /** How many manifests cannot be taken now. */
    @Transactional(readOnly = true)
    int problems() {
        return rows.problemCount();
    }
}

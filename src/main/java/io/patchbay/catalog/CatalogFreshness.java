package io.patchbay.catalog;

import io.patchbay.catalog.imports.CatalogReading;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** How new what the catalog says is. Must not be called inside a transaction. */
@Service
public class CatalogFreshness {

    private final CatalogReading reading;

    CatalogFreshness(CatalogReading reading) {
        this.reading = reading;
    }

    /**
     * Whether its source was read since then; where not, it is being read now, or about to be. An installation without a source
     * has nothing to wait for.
     */
    public boolean readSince(Instant then) {
        return reading.readSince(then);
    }
}

package io.patchbay.catalog.imports;

import io.patchbay.catalog.source.CatalogProperties;
import io.patchbay.catalog.source.SourceException;
import io.patchbay.catalog.source.Sources;
import io.patchbay.platform.id.Identifiers;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fills the catalog from its source. What did not change since the last import costs nothing, a manifest that cannot be
 * taken is reported and passed by, and a version that is gone is marked. Must not be called inside a transaction.
 */
@Component
public class CatalogImport {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogImport.class);

    private final CatalogProperties properties;
    private final Sources sources;
    private final CatalogStore store;
    private final Identifiers identifiers;
    private final Clock clock;

    CatalogImport(
            CatalogProperties properties, Sources sources, CatalogStore store, Identifiers identifiers, Clock clock) {
        this.properties = properties;
        this.sources = sources;
        this.store = store;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Imports once, now; without a source it does nothing. */
    public void run() {
        if (!properties.filled()) {
            return;
        }
        var started = clock.instant();
        var pass = new CatalogImportRun(store, store.fingerprints(), started);
        try {
            sources.each(pass);
            pass.end();
            finish(started, pass, null);
        } catch (SourceException e) {
            finish(started, pass, e.why());
        }
    }

    private void finish(Instant started, CatalogImportRun pass, @Nullable String failure) {
        var run = new ImportReport(
                identifiers.next(),
                properties.source(),
                started,
                clock.instant(),
                pass.folders(),
                pass.changed(),
                pass.releases(),
                pass.withdrawn(),
                store.problems(),
                failure);
        store.record(run);
        if (failure != null) {
            LOG.error("The App Catalog couldn't be read from {}: {}", run.source(), failure);
        } else if (run.problems() > 0) {
            LOG.warn("App Catalog: {} manifests couldn't be imported, see /support/catalog", run.problems());
        }
        LOG.info("App Catalog: {}", run);
    }
}

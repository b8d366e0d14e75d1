package io.patchbay.catalog.imports;

import io.patchbay.catalog.source.CatalogProperties;
import io.patchbay.platform.job.JobQueue;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Has the source of the catalog read for those who cannot wait for its schedule. Must not be called inside a transaction. */
@Service
public class CatalogReading {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final CatalogProperties properties;
    private final ImportStore rows;
    private final JobQueue jobs;

    CatalogReading(CatalogProperties properties, ImportStore rows, JobQueue jobs) {
        this.properties = properties;
        this.rows = rows;
        this.jobs = jobs;
    }

    /**
     * Whether the source was read since then, or in the minute before; has it read where it was not. Without a source there is
     * nothing to wait for.
     */
    public boolean readSince(Instant then) {
        if (!properties.filled() || rows.readSince(then.minus(FRESH))) {
            return true;
        }
        jobs.request(CatalogJobs.REQUESTED.getTaskName());
        return false;
    }
}

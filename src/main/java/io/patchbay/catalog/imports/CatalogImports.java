package io.patchbay.catalog.imports;

import io.patchbay.catalog.source.CatalogProperties;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What imports did, for those who run the installation. */
@Service
public class CatalogImports {

    private static final int RUNS = 20;
    private static final int PROBLEMS = 200;

    private final ImportStore rows;
    private final CatalogProperties properties;

    CatalogImports(ImportStore rows, CatalogProperties properties) {
        this.rows = rows;
        this.properties = properties;
    }

    /** Where the catalog is filled from, empty where it is not. */
    public String source() {
        return properties.source();
    }

    /** The last imports, newest first. */
    @Transactional(readOnly = true)
    public List<ImportReport> runs() {
        return rows.runs(RUNS);
    }

    /** Manifests that cannot be taken now, newest first, no more than two hundred. */
    @Transactional(readOnly = true)
    public List<ManifestProblem> problems() {
        return rows.problems(PROBLEMS);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public int problemCount() {
        return rows.problemCount();
    }
}

package io.patchbay.catalog;

import io.patchbay.catalog.ImportRows.Read;
import io.patchbay.outbound.DownloadOutcome;
import io.patchbay.outbound.Downloads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fills the catalogue from WinGet manifests. What did not change since is not read again; what is broken is left out. */
@Component
public class CatalogImport {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogImport.class);
    private static final int AT_ONCE = 200;

    private final CatalogProperties properties;
    private final ImportRows rows;
    private final ImportLog log;
    private final Downloads downloads;
    private final Clock clock;

    CatalogImport(CatalogProperties properties, ImportRows rows, ImportLog log, Downloads downloads, Clock clock) {
        this.properties = properties;
        this.rows = rows;
        this.log = log;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** How the last one went; empty before the first. */
    public Optional<CatalogReport> last() {
        return log.last();
    }

    /** What could not be used, some of it. */
    public List<CatalogProblem> problems() {
        return log.problems();
    }

    /** Whether there is a source to import from. */
    public boolean hasSource() {
        return !properties.source().isBlank();
    }

    /** Imports now, from the configured source; how it went, empty where there is no source. */
    public Optional<CatalogReport> run() {
        return hasSource() ? Optional.of(run(properties.source().strip())) : Optional.empty();
    }

    CatalogReport run(String source) {
        var begun = clock.instant();
        try {
            return source.startsWith("https:") ? fetched(source, begun) : read(source, Path.of(source), null, begun);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The catalogue could not be imported from {}", source, e);
            return failed(source, begun, String.valueOf(e.getMessage()));
        }
    }

    private CatalogReport failed(String source, Instant begun, String why) {
        var report = new CatalogReport(source, begun, clock.instant(), 0, 0, 0, log.countProblems(), why);
        log.store(report, null);
        return report;
    }

    private CatalogReport fetched(String source, Instant begun) throws IOException {
        var file = Files.createTempFile("patchbay-catalog", ".zip");
        try {
            var outcome = downloads.fetch(
                    URI.create(source), file, properties.downloadAtMost().toBytes());
            if (!(outcome instanceof DownloadOutcome.Fetched(var size, var hash))) {
                return failed(source, begun, "The zip file could not be fetched: " + outcome);
            }
            if (log.hash(source).filter(hash::equals).isPresent()) {
                return unchanged(source, begun);
            }
            return read(source, file, hash, begun);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private CatalogReport unchanged(String source, Instant begun) {
        var versions = log.last().map(CatalogReport::versions).orElse(0);
        var report = new CatalogReport(source, begun, clock.instant(), versions, 0, 0, log.countProblems(), null);
        log.store(report, null);
        return report;
    }

    private CatalogReport read(String source, Path path, @Nullable String hash, Instant begun) throws IOException {
        try (var manifests = ManifestSource.of(path)) {
            var folders = manifests.folders();
            if (folders.isEmpty()) {
                throw new IOException("There are no manifests in it");
            }
            var before = rows.fingerprints();
            var changed = folders.stream()
                    .filter(folder -> !folder.fingerprint().equals(before.get(folder.name())))
                    .toList();
            for (int from = 0; from < changed.size(); from += AT_ONCE) {
                store(manifests, changed.subList(from, Math.min(changed.size(), from + AT_ONCE)));
            }
            var there = folders.stream().map(ManifestSource.Folder::name).collect(Collectors.toSet());
            var withdrawn = withdraw(before.keySet(), there);
            var report = new CatalogReport(
                    source,
                    begun,
                    clock.instant(),
                    folders.size(),
                    changed.size(),
                    withdrawn,
                    log.countProblems(),
                    null);
            log.store(report, hash);
            return report;
        }
    }

    private void store(ManifestSource manifests, List<ManifestSource.Folder> folders) throws IOException {
        var batch = new ArrayList<Read>();
        for (var folder : folders) {
            batch.add(read(manifests, folder));
        }
        rows.store(batch, clock.instant());
    }

    private static Read read(ManifestSource manifests, ManifestSource.Folder folder) throws IOException {
        try {
            return new Read(folder, ManifestReader.read(manifests.read(folder)), null);
        } catch (BrokenManifestException e) {
            LOG.info("The manifests in {} cannot be used: {}", folder.name(), e.getMessage());
            return new Read(folder, null, e.getMessage());
        }
    }

    private int withdraw(Set<String> before, Set<String> there) {
        var gone = before.stream().filter(folder -> !there.contains(folder)).toList();
        int withdrawn = 0;
        for (int from = 0; from < gone.size(); from += AT_ONCE) {
            withdrawn += rows.withdraw(gone.subList(from, Math.min(gone.size(), from + AT_ONCE)), clock.instant());
        }
        return withdrawn;
    }
}

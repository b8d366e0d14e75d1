package io.patchbay.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The catalogue, to be looked up. It is the same for every company and needs neither one nor a transaction. */
@Component
public class Catalog {

    private final CatalogRows rows;

    Catalog(CatalogRows rows) {
        this.rows = rows;
    }

    /** That version, even where it was withdrawn; empty where it never was in the catalogue. */
    public Optional<Release> release(AppId app, String version) {
        return rows.release(app, version);
    }

    /** The newest version, by WinGet's order, of those that were in the catalogue at that time and are not withdrawn. */
    public Optional<Release> newest(AppId app, Instant seenBefore) {
        return rows.versions(app).stream()
                .filter(known -> !known.withdrawn() && !known.since().isAfter(seenBefore))
                .map(CatalogRows.Known::version)
                .max(VersionOrder.INSTANCE)
                .flatMap(version -> rows.release(app, version));
    }

    /** The versions that are not withdrawn, newest first. */
    public List<String> versions(AppId app) {
        return rows.versions(app).stream()
                .filter(known -> !known.withdrawn())
                .map(CatalogRows.Known::version)
                .sorted(VersionOrder.INSTANCE.reversed())
                .toList();
    }

    /** Whether the one version is newer than the other, by WinGet's order. */
    public boolean isNewer(String version, String than) {
        return VersionOrder.INSTANCE.compare(version, than) > 0;
    }

    /** The names of those of the applications that are in the catalogue. */
    public Map<AppId, String> names(Collection<AppId> apps) {
        return rows.names(apps).stream().collect(Collectors.toMap(CatalogRows.Named::app, CatalogRows.Named::name));
    }
}

package io.patchbay.catalog.source;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the App Catalog is filled.
 *
 * @param source Where the WinGet manifests are: a folder, a zip file, or the https address of a zip file of up to 2
 *     GB. Without it the App Catalog is not filled.
 * @param schedule When the source is read, as a schedule of db-scheduler: {@code FIXED_DELAY|3600s},
 *     {@code DAILY|04:00}, or {@code -} for never.
 */
@ConfigurationProperties("patchbay.catalog")
public record CatalogProperties(
        @DefaultValue("") String source,
        @DefaultValue("FIXED_DELAY|3600s") String schedule) {

    /** Whether there is anything to read. */
    public boolean filled() {
        return !source.isBlank();
    }
}

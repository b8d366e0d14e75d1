package io.patchbay.catalog.source;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the App Catalog is filled.
 *
 * @param source a folder with WinGet manifests, a zip file of one, or the https address of a zip file; empty for none
 * @param schedule when it is read, as db-scheduler writes schedules: {@code FIXED_DELAY|3600s}, {@code DAILY|04:00}, or a
 *     dash for never
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

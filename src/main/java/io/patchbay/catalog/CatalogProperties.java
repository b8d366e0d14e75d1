package io.patchbay.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the catalogue is filled from.
 *
 * @param source a folder, a zip file, or the https address of one, with WinGet manifests; empty for none
 * @param every how often it is read
 * @param downloadAtMost the size above which a zip file is not fetched
 */
@ConfigurationProperties("patchbay.catalog")
record CatalogProperties(
        @DefaultValue("") String source,
        @DefaultValue("1h") Duration every,
        @DefaultValue("1GB") DataSize downloadAtMost) {}

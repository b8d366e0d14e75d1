package io.patchbay.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an import went.
 *
 * @param versions how many folders of manifests there were
 * @param changed how many of them were new or had changed
 * @param withdrawn how many versions were not there any more
 * @param problems how many could not be used
 * @param failure why it did not come to its end; null where it did
 */
public record CatalogReport(
        String source,
        Instant begunAt,
        Instant endedAt,
        int versions,
        int changed,
        int withdrawn,
        int problems,
        @Nullable String failure) {}

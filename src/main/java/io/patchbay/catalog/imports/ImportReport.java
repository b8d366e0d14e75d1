package io.patchbay.catalog.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import.
 *
 * @param folders how many folders with manifests the source has
 * @param changed how many of them were read, because they were not as they were last time
 * @param releases how many versions were stored
 * @param withdrawn how many versions were marked as withdrawn
 * @param problems how many manifests could not be taken, also in earlier imports
 * @param failure why nothing was imported, null where the source could be read
 */
public record ImportReport(
        UUID id,
        String source,
        Instant startedAt,
        Instant finishedAt,
        int folders,
        int changed,
        int releases,
        int withdrawn,
        int problems,
        @Nullable String failure) {}

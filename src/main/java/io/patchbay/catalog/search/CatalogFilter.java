package io.patchbay.catalog.search;

import io.patchbay.catalog.Architecture;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are wanted.
 *
 * @param text what to search for, empty for all; a letter may be wrong
 * @param publisher a part of the publisher's name, empty for all
 * @param updatedSince since when the newest version must have come
 */
public record CatalogFilter(
        String text,
        String publisher,
        @Nullable Architecture architecture,
        @Nullable Instant updatedSince) {}

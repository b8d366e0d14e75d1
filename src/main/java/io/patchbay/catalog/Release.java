package io.patchbay.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an application.
 *
 * @param since when it was first seen
 * @param withdrawn whether its publisher took it back
 */
public record Release(
        AppId app,
        String name,
        String publisher,
        String description,
        @Nullable String homepage,
        @Nullable String license,
        String version,
        Instant since,
        boolean withdrawn,
        List<Installer> installers) {}

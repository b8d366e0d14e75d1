package io.patchbay.catalog.search;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as lists show it, with what its newest version says.
 *
 * @param icon the digest of its icon, where there is one
 * @param updatedAt when that version was released, or first seen
 */
public record AppCard(
        AppId app,
        String name,
        String publisher,
        String summary,
        String newestVersion,
        @Nullable String icon,
        Instant updatedAt,
        List<Architecture> architectures) {

    public AppCard {
        architectures = List.copyOf(architectures);
    }
}

package io.patchbay.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What manifests say about a version. */
record Contents(
        String name,
        String publisher,
        String summary,
        String description,
        @Nullable String homepage,
        @Nullable String license,
        List<String> tags,
        List<Installer> installers) {

    Release release(AppId app, String version, Instant since, boolean withdrawn) {
        return new Release(
                app,
                name,
                publisher,
                description.isBlank() ? summary : description,
                homepage,
                license,
                version,
                since,
                withdrawn,
                installers);
    }
}

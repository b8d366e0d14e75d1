package io.patchbay.catalog.manifest;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Installer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as its manifests describe it.
 *
 * @param locale the language of its texts, and of what it installs where an installer does not say otherwise
 */
public record ParsedRelease(
        AppId app,
        String version,
        String name,
        String publisher,
        String summary,
        String description,
        @Nullable String homepage,
        @Nullable String releaseNotes,
        @Nullable String license,
        @Nullable LocalDate releasedOn,
        @Nullable IconAddress icon,
        @Nullable String locale,
        List<Installer> installers) {

    public List<String> architectures() {
        return installers.stream()
                .map(installer -> installer.architecture().name())
                .distinct()
                .sorted()
                .toList();
    }
}

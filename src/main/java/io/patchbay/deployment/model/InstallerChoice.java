package io.patchbay.deployment.model;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import org.jspecify.annotations.Nullable;

/**
 * Which of a version's installers is published.
 *
 * @param scope null where the installer decides itself
 * @param language a BCP 47 tag; null for English where there is a choice, or for an installer of no or every language
 */
public record InstallerChoice(
        Architecture architecture,
        @Nullable InstallScope scope,
        @Nullable String language) {

    /** The one in English, or in no language in particular. */
    public InstallerChoice(Architecture architecture, @Nullable InstallScope scope) {
        this(architecture, scope, null);
    }
}

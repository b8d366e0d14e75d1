package io.patchbay.deployment.model;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import org.jspecify.annotations.Nullable;

/**
 * Which of a version's installers is published.
 *
 * @param scope null where the installer decides itself
 */
public record InstallerChoice(
        Architecture architecture, @Nullable InstallScope scope) {}

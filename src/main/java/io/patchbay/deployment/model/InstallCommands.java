package io.patchbay.deployment.model;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants to run in place of, or besides, what the manifest says.
 *
 * @param install how it is installed; {@code {file}}, {@code {version}} and {@code {productCode}} stand for what they name;
 *     null for what its manifest says
 * @param uninstall how it is uninstalled; null for what its manifest says
 * @param preScript PowerShell that runs before the installation, null for none
 * @param postScript PowerShell that runs after it, null for none
 */
public record InstallCommands(
        @Nullable String install,
        @Nullable String uninstall,
        @Nullable String preScript,
        @Nullable String postScript) {

    /** What the manifest says, and no scripts. */
    public static final InstallCommands OF_MANIFEST = new InstallCommands(null, null, null, null);

    /** Whether a script runs before or after the installation. */
    public boolean scripted() {
        return preScript != null || postScript != null;
    }
}

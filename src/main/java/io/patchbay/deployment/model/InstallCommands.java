package io.patchbay.deployment.model;

import java.util.Objects;
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

    private static final String SCRIPT = ".ps1";

    /** What the manifest says, and no scripts. */
    public static final InstallCommands OF_MANIFEST = new InstallCommands(null, null, null, null);

    /** Whether a script runs before or after the installation. */
    public boolean scripted() {
        return preScript != null || postScript != null;
    }

    /** Whether the content that these need will do for others: scripts are part of the content, plain commands are not. */
    boolean sameFiles(InstallCommands other) {
        return Objects.equals(preScript, other.preScript)
                && Objects.equals(postScript, other.postScript)
                && (!scripted() || Objects.equals(install, other.install))
                && (Objects.equals(uninstall, other.uninstall) || plain(other.uninstall));
    }

    private static boolean plain(@Nullable String command) {
        return command != null && !command.contains(SCRIPT);
    }
}

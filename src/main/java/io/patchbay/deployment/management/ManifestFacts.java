package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.microsoft.intune.ReturnCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest says of the installer that a deployment uses now.
 *
 * @param install the command that it leads to, with its placeholders
 * @param uninstall the same for uninstalling
 * @param returnCodes what its exit codes mean
 * @param language its language by name; null for none in particular
 * @param minimumWindows the oldest release of Windows that it runs on; null where nothing is known of it
 * @param replacesPrevious whether the manifest wants older versions uninstalled before, which Intune does not do by itself
 * @param dependencies other applications that it needs
 * @param otherDependencies what else it needs, such as features of Windows
 */
public record ManifestFacts(
        String install,
        String uninstall,
        List<ReturnCode> returnCodes,
        @Nullable String language,
        @Nullable String minimumWindows,
        boolean replacesPrevious,
        List<NeededApp> dependencies,
        List<String> otherDependencies) {

    /** Nothing is known: no installer fits any more. */
    static final ManifestFacts NONE =
            new ManifestFacts("", "", ReturnCode.USUAL, null, null, false, List.of(), List.of());

    /**
     * An application that is needed.
     *
     * @param name its identifier where the catalog does not have it
     * @param minimumVersion the least version that will do; null for any
     * @param deployable whether the catalog has it and it can be deployed
     */
    public record NeededApp(
            AppId app, String name, @Nullable String minimumVersion, boolean deployable) {}
}

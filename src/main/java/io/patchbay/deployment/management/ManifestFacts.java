package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.InstallerRules.UpgradeBehavior;
import io.patchbay.microsoft.intune.ReturnCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest says of the installer that a deployment uses now.
 *
 * @param install the command that it leads to, with its placeholders
 * @param uninstall the same for uninstalling
 * @param returnCodes what its exit codes mean
 * @param language its language by name; null for none in particular
 * @param minimumWindows the oldest release of Windows that it runs on; null where nothing is known of it
 * @param upgrade what becomes of an older version
 * @param dependencies other applications that it needs
 * @param otherDependencies what else it needs, such as features of Windows
 */
public record ManifestFacts(
        String install,
        String uninstall,
        List<ReturnCode> returnCodes,
        @Nullable String language,
        @Nullable String minimumWindows,
        UpgradeBehavior upgrade,
        List<NeededApp> dependencies,
        List<String> otherDependencies) {

    /** The applications that are needed and can be deployed, names by identifier. */
    public Map<String, String> deployable() {
        var names = new LinkedHashMap<String, String>();
        dependencies.stream()
                .filter(NeededApp::deployable)
                .forEach(one -> names.put(one.app().value(), one.name()));
        return names;
    }

    /** Those of them that are needed in that version at least; null for any. */
    public @Nullable String minimumVersion(String app) {
        return dependencies.stream()
                .filter(one -> one.app().value().equals(app))
                .findFirst()
                .map(NeededApp::minimumVersion)
                .orElse(null);
    }

    /** Nothing is known: no installer fits any more. */
    static final ManifestFacts NONE =
            new ManifestFacts("", "", ReturnCode.USUAL, null, null, UpgradeBehavior.INSTALL, List.of(), List.of());

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

package io.patchbay.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under what circumstances an installer may be used, as its manifest says.
 *
 * @param minimumOs the least version of Windows, such as {@code 10.0.19041.0}; null for any
 * @param unsupportedArchitectures of Windows, on which it does not run
 * @param elevation what rights it needs; null where the manifest does not say
 * @param upgrade what becomes of an older version
 * @param limits what keeps it from being installed by a service
 * @param dependencies applications that it needs
 * @param otherDependencies Windows features and whatever else it needs, in the manifest's words
 */
public record InstallerRules(
        @Nullable String minimumOs,
        Set<Architecture> unsupportedArchitectures,
        @Nullable Elevation elevation,
        UpgradeBehavior upgrade,
        Set<Limit> limits,
        List<AppDependency> dependencies,
        List<String> otherDependencies) {

    /** An installer that may be used anywhere. */
    public static final InstallerRules NONE =
            new InstallerRules(null, Set.of(), null, UpgradeBehavior.INSTALL, Set.of(), List.of(), List.of());

    public InstallerRules {
        unsupportedArchitectures = Set.copyOf(Objects.requireNonNullElse(unsupportedArchitectures, Set.of()));
        upgrade = Objects.requireNonNullElse(upgrade, UpgradeBehavior.INSTALL);
        limits = Set.copyOf(Objects.requireNonNullElse(limits, Set.of()));
        dependencies = List.copyOf(Objects.requireNonNullElse(dependencies, List.of()));
        otherDependencies = List.copyOf(Objects.requireNonNullElse(otherDependencies, List.of()));
    }

    /** The rights of an administrator. */
    public enum Elevation {
        ELEVATION_REQUIRED,
        ELEVATION_PROHIBITED,
        ELEVATES_SELF
    }

    /** What becomes of an older version when a newer one is installed. */
    public enum UpgradeBehavior {
        INSTALL,
        UNINSTALL_PREVIOUS,
        DENY
    }

    /** What keeps an installer from being downloaded or installed by a service. */
    public enum Limit {
        INTERACTIVE_ONLY,
        DOWNLOAD_PROHIBITED,
        SIGN_IN_REQUIRED,
        CERTAIN_MARKETS
    }
}

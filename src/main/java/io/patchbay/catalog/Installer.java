package io.patchbay.catalog;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that installs a version.
 *
 * @param architecture the processor it is for
 * @param type its technology, or that it is an archive
 * @param nested the installer in the archive, null where it is none
 * @param scope for whom it installs, null where the manifest does not say
 * @param locale the language of what it installs as a BCP 47 tag, null where it has none or several
 * @param url where it is
 * @param sha256 its hash, 64 hexadecimal digits in lower case
 * @param silentSwitches with what it asks nothing, null where that is not known
 * @param productCode of the MSI product, or the key under Uninstall, by which it is recognized
 * @param upgradeCode of the MSI product
 * @param displayName how it is called under Apps and Features
 * @param publisher who publishes it, as shown there; null where it is the manifest's
 * @param displayVersion the version shown there, where it differs from the manifest's
 * @param successCodes exit codes that mean success besides 0
 * @param exitCodes other exit codes that the manifest explains
 * @param rules under what circumstances it may be used
 * @param fileName what to call the file
 */
public record Installer(
        Architecture architecture,
        InstallerType type,
        @Nullable NestedInstaller nested,
        @Nullable InstallScope scope,
        @Nullable String locale,
        URI url,
        String sha256,
        @Nullable String silentSwitches,
        @Nullable String productCode,
        @Nullable String upgradeCode,
        @Nullable String displayName,
        @Nullable String publisher,
        @Nullable String displayVersion,
        Set<Integer> successCodes,
        List<ExitCode> exitCodes,
        InstallerRules rules,
        String fileName) {

    public Installer {
        successCodes = Set.copyOf(Objects.requireNonNullElse(successCodes, Set.of()));
        exitCodes = List.copyOf(Objects.requireNonNullElse(exitCodes, List.of()));
        rules = Objects.requireNonNullElse(rules, InstallerRules.NONE);
    }

    /** The technology of what is run, be it in an archive or not. */
    public InstallerType technology() {
        return nested == null ? type : nested.type();
    }

    /** Whether it is run by Windows Installer. */
    public boolean windowsInstaller() {
        return technology() == InstallerType.MSI || technology() == InstallerType.WIX;
    }

    /** What is run: the file itself, or the path of the one in the archive. */
    public String setupFile() {
        return nested == null ? fileName : nested.path();
    }

    /** Why it cannot be deployed; empty where it can. */
    public Optional<NotDeployable> notDeployable() {
        return Deployability.hindrance(this);
    }

    public boolean deployable() {
        return notDeployable().isEmpty();
    }

    /** The release of Windows it needs at least; empty for one that Intune cannot require. */
    public Optional<WindowsRelease> minimumRelease() {
        return WindowsRelease.atLeast(rules.minimumOs());
    }

    /** The kinds of Windows it is offered to. */
    public Set<Architecture> runsOn() {
        var all = switch (architecture) {
            case X64 -> EnumSet.of(Architecture.X64);
            case X86, NEUTRAL -> EnumSet.of(Architecture.X86, Architecture.X64);
            case ARM64 -> EnumSet.of(Architecture.ARM64);
            case ARM -> EnumSet.of(Architecture.ARM);
        };
        all.removeAll(rules.unsupportedArchitectures());
        return all;
    }
}

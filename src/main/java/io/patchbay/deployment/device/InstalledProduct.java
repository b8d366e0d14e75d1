package io.patchbay.deployment.device;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.InstallerType;
import io.patchbay.catalog.Release;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what an installed application is recognized among those that Windows lists. A recorded key or product code counts alone;
 * without one, or where it ages, an exact name together with the publisher does (intune-in-the-field I1).
 *
 * @param names each exact, or followed by a version and the architecture
 * @param publishers of which it has one
 * @param version the least one that counts as installed; empty where any does
 * @param key the key under Uninstall, which for Windows Installer is the product code; null where none is recorded
 * @param keyAges whether updates leave that key behind
 * @param scope where it is listed; null for anywhere
 * @param technology what it is installed with
 */
public record InstalledProduct(
        AppId app,
        List<String> names,
        List<String> publishers,
        String version,
        @Nullable String key,
        boolean keyAges,
        @Nullable InstallScope scope,
        Architecture architecture,
        InstallerType technology) {

    private static final Set<String> NO_VERSIONS = Set.of("latest", "unknown");

    /**
     * What a release installs.
     *
     * @param scope where it is installed; null where the installer decides itself
     * @param updatesItself whether the application replaces itself by newer versions
     */
    public static InstalledProduct of(
            Release release, Installer installer, @Nullable InstallScope scope, boolean updatesItself) {
        var known = updatesItself
                ? SelfUpdatingApps.find(release.app())
                : Optional.<SelfUpdatingApps.SelfUpdatingApp>empty();
        var name = installer.displayName() == null ? release.name() : installer.displayName();
        var publisher = installer.publisher() == null ? release.publisher() : installer.publisher();
        var version = installer.displayVersion() == null ? release.version() : installer.displayVersion();
        var key = installer.productCode();
        return new InstalledProduct(
                release.app(),
                withFirst(name, known.map(SelfUpdatingApps.SelfUpdatingApp::names)),
                withFirst(publisher, known.map(SelfUpdatingApps.SelfUpdatingApp::publishers)),
                NO_VERSIONS.contains(version.strip().toLowerCase(Locale.ROOT)) ? "" : version,
                key,
                key != null && (updatesItself || carries(key, version) || carries(key, release.version())),
                scope,
                installer.architecture(),
                installer.technology());
    }

    private static List<String> withFirst(String first, Optional<List<String>> others) {
        return Stream.concat(Stream.of(first), others.orElse(List.of()).stream())
                .map(String::strip)
                .distinct()
                .toList();
    }

    /** Whether each version has a key of its own, such as {@code Mozilla Firefox 144.0 (x64 en-US)}. */
    private static boolean carries(String key, String version) {
        return version.contains(".") && key.contains(version);
    }

    /** Whether Windows Installer can be asked for it by its product code alone. */
    public boolean byProductCode() {
        return (technology == InstallerType.MSI || technology == InstallerType.WIX) && key != null && !keyAges;
    }

    /** Whether Intune can compare its version: it knows numbers only (intune-in-the-field I6). */
    boolean hasNumericVersion() {
        return version.matches("\\d{1,9}(\\.\\d{1,9}){0,3}");
    }

    /** The words by which names tell this architecture from others. */
    List<String> architectureWords() {
        var x64 = List.of("x64", "64-bit", "64bit", "amd64", "x86_64", "win64");
        var x86 = List.of("x86", "32-bit", "32bit", "i386", "win32");
        return switch (architecture) {
            case X64 -> x64;
            case X86 -> x86;
            case ARM64 -> List.of("arm64", "aarch64", "arm", "64-bit", "64bit");
            case ARM -> List.of("arm");
            case NEUTRAL -> Stream.concat(x64.stream(), x86.stream()).toList();
        };
    }
}

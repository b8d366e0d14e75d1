package io.patchbay.catalog;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One installer of a version.
 *
 * @param scope for whom it installs; null where it decides itself
 * @param sha256 of the file, in lower-case hexadecimal
 * @param silentSwitches with which it asks nothing; null where the manifest names none and its type has none
 * @param productCode the key by which Windows lists it as installed; null where it is not known
 * @param displayName the name under which Windows lists it; null where that is the application's
 * @param displayVersion the version under which Windows lists it; null where that is the application's
 * @param successCodes with which it ends beside 0 when all went well
 * @param fileName of the file, without any folder
 */
public record Installer(
        Architecture architecture,
        InstallerType type,
        @Nullable InstallScope scope,
        URI url,
        String sha256,
        @Nullable String silentSwitches,
        @Nullable String productCode,
        @Nullable String upgradeCode,
        @Nullable String displayName,
        @Nullable String displayVersion,
        Set<Integer> successCodes,
        String fileName) {}

package io.patchbay.catalog;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that installs a version.
 *
 * @param architecture the processor it is for
 * @param type its technology
 * @param scope for whom it installs, null where the manifest does not say
 * @param url where it is, always https
 * @param sha256 its hash, 64 hexadecimal digits in lower case
 * @param silentSwitches with what it asks nothing, null where that is not known
 * @param productCode of the MSI product, or the key under Uninstall, by which it is recognized
 * @param upgradeCode of the MSI product
 * @param displayName how it is called under Apps and Features
 * @param publisher who publishes it, as shown there; null where it is the manifest's
 * @param displayVersion the version shown there, where it differs from the manifest's
 * @param successCodes exit codes that mean success besides 0
 * @param fileName what to call the file
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
        @Nullable String publisher,
        @Nullable String displayVersion,
        Set<Integer> successCodes,
        String fileName) {

    public Installer {
        successCodes = Set.copyOf(successCodes);
    }
}

package io.patchbay.deployment.device;

import io.patchbay.catalog.AppId;

/**
 * A key that the install script writes and the uninstall script removes: independent of what the installer registers, but
 * blind to installations by hand (intune-in-the-field I7).
 *
 * @param path of the key, whose value {@code Version} is the installed version
 */
public record InstallMarker(String path, String version) {

    /** The value of the key. */
    static final String VALUE = "Version";

    public static InstallMarker of(AppId app, String version, boolean forUser) {
        var hive = forUser ? "HKEY_CURRENT_USER" : "HKEY_LOCAL_MACHINE";
        return new InstallMarker(hive + "\\SOFTWARE\\Patchbay\\Applications\\" + app.value(), version);
    }

    boolean hasNumericVersion() {
        return version.matches("\\d{1,9}(\\.\\d{1,9}){0,3}");
    }
}

package io.patchbay.catalog;

/** The technology of an installer, and the switches with which it asks nothing where its manifest names none. */
public enum InstallerType {
    MSI("/quiet /norestart"),
    WIX("/quiet /norestart"),
    EXE(""),
    INNO("/VERYSILENT /SUPPRESSMSGBOXES /NORESTART /SP-"),
    NULLSOFT("/S"),
    BURN("/quiet /norestart"),
    MSIX(""),
    APPX(""),
    ZIP(""),
    PORTABLE(""),
    FONT(""),
    PWA("");

    private final String silentSwitches;

    InstallerType(String silentSwitches) {
        this.silentSwitches = silentSwitches;
    }

    /** The switches every installer of this technology understands, empty where there are none. */
    public String silentSwitches() {
        return silentSwitches;
    }
}

package io.patchbay.catalog;

/** The kinds of installers that manifests name. */
public enum InstallerType {
    MSI,
    WIX,
    EXE,
    INNO,
    NULLSOFT,
    BURN,
    MSIX,
    APPX,
    ZIP,
    PORTABLE,
    FONT,
    PWA
}

package io.patchbay.catalog;

/** Why an installer cannot be deployed; the label stands in the messages under {@code catalog.notDeployable}. */
public enum NotDeployable {
    TYPE,
    NESTED_TYPE,
    NESTED_FILE,
    NOT_SILENT,
    INTERACTIVE_ONLY,
    NOT_HTTPS,
    ADDRESS,
    ELEVATION_PROHIBITED,
    ELEVATION_REQUIRED,
    DOWNLOAD_PROHIBITED,
    SIGN_IN_REQUIRED,
    CERTAIN_MARKETS,
    WINDOWS_TOO_NEW,
    NO_ARCHITECTURE
}

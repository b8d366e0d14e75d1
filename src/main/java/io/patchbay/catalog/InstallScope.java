package io.patchbay.catalog;

/** For whom an installer installs. */
public enum InstallScope {
    MACHINE,
    USER
}

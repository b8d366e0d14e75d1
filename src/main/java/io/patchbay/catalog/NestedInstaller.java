package io.patchbay.catalog;

/**
 * The installer inside an archive.
 *
 * @param path its path in the archive, with backslashes between the folders
 */
public record NestedInstaller(InstallerType type, String path) {}

package io.patchbay.catalog;

/** For which processors an installer is. */
public enum Architecture {
    X64,
    X86,
    ARM64,
    ARM,
    NEUTRAL
}

package io.patchbay.catalog;

/** The processor an installer is for. */
public enum Architecture {
    X64,
    X86,
    ARM64,
    ARM,
    NEUTRAL
}

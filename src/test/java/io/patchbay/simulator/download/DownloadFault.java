package io.patchbay.simulator.download;

/** How a download goes wrong. */
public enum DownloadFault {
    NONE,
    NOT_FOUND,
    UNAVAILABLE,
    WRONG_BYTES,
    BROKEN_OFF
}

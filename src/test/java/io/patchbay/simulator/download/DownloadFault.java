package io.patchbay.simulator.download;

/** What a download does instead of giving the file. */
public enum DownloadFault {
    NONE,
    NOT_FOUND,
    UNAVAILABLE,
    WRONG_BYTES,
    SLOW,
    TOO_LARGE
}

package io.patchbay.deployment.archive;

import java.io.IOException;

/** An archive that cannot be unpacked, or must not be. */
public final class UnusableArchiveException extends IOException {

    private static final long serialVersionUID = 1;

    private final ArchiveFault fault;
    private final String detail;

    /** What is wrong; the text stands in the messages under {@code deployments.cause.archive}. */
    public enum ArchiveFault {
        UNREADABLE,
        TOO_MANY_FILES,
        TOO_LARGE,
        BAD_NAME,
        MISSING
    }

    UnusableArchiveException(ArchiveFault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
        this.detail = detail;
    }

    public ArchiveFault fault() {
        return fault;
    }

    /** The file or number concerned. */
    public String detail() {
        return detail;
    }
}

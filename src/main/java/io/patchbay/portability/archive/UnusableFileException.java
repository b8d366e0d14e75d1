package io.patchbay.portability.archive;

import java.util.Locale;

/** A file is no copy of a connection, or none that may be imported here; says why. */
public class UnusableFileException extends RuntimeException {

    private final FileFault fault;
    private final transient Object[] args;

    /** With what the reason speaks of. */
    public UnusableFileException(FileFault fault, Object... args) {
        super(fault.name());
        this.fault = fault;
        this.args = args.clone();
    }

    /** Why a file is refused; in words under {@code copy.fault.<name>}. */
    public enum FileFault {
        NOT_A_COPY,
        TOO_LARGE,
        DAMAGED,
        ALTERED,
        NEWER,
        OTHER_INSTALLATION,
        OTHER_COMPANY
    }

    public FileFault fault() {
        return fault;
    }

    public String messageKey() {
        return "copy.fault." + fault;
    }

    public Object[] args() {
        return args.clone();
    }

    /** The fault for the event log. */
    public String inShort() {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

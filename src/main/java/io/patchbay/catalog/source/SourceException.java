package io.patchbay.catalog.source;

/** The source as a whole cannot be read, and why, in words for those who run the installation. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1;

    public SourceException(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}

package io.patchbay.catalog;

/** The source as a whole cannot be read, and why, in words for those who run the installation. */
final class SourceException extends Exception {

    private static final long serialVersionUID = 1;

    SourceException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

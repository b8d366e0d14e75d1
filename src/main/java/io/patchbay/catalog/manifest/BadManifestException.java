package io.patchbay.catalog.manifest;

/** A manifest that cannot be taken, and why, in words for those who run the installation. */
final class BadManifestException extends Exception {

    private static final long serialVersionUID = 1;

    BadManifestException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

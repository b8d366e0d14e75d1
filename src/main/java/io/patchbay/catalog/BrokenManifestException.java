package io.patchbay.catalog;

/** A manifest that cannot be used, with what is wrong with it. */
class BrokenManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenManifestException(String problem) {
        super(problem);
    }
}

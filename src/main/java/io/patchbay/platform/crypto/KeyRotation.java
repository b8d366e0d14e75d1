package io.patchbay.platform.crypto;

/** Brings what is stored under the key secret before under the one of now. Each module does so for what it stores. */
public interface KeyRotation {

    /** The property that holds the secret. */
    String setting();

    /** What it is, for the operator. */
    String what();

    /** Does it; again changes nothing that is done. */
    Result rotate();

    /**
     * What came of it.
     *
     * @param renewed how many were brought under the secret of now
     * @param left how many still need the one before
     */
    record Result(long renewed, long left) {

        /** Both. */
        public Result plus(Result other) {
            return new Result(renewed + other.renewed, left + other.left);
        }
    }
}

package io.patchbay.platform.problem;

/** What was asked for does not exist here; an unknown identifier and another company's look the same. */
public class NotFoundException extends RuntimeException {

    /** Says nothing about what was looked for. */
    public NotFoundException() {
        super("Not found");
    }
}

package io.patchbay.platform.problem;

/** The request came too late or collides with something else; the page says with what (409). */
public class ConflictException extends ExplainedException {

    /** Takes the reason as a message key and its arguments. */
    public ConflictException(String messageKey, Object... args) {
        super(messageKey, args);
    }
}

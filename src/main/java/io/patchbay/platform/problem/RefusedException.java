package io.patchbay.platform.problem;

/** The visitor may not do this; the page says why (403). */
public class RefusedException extends ExplainedException {

    /** Takes the reason as a message key and its arguments. */
    public RefusedException(String messageKey, Object... args) {
        super(messageKey, args);
    }
}

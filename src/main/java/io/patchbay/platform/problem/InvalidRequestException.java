package io.patchbay.platform.problem;

/** The request makes no sense; the page says what is wrong with it (400). */
public class InvalidRequestException extends ExplainedException {

    /** Takes the reason as a message key and its arguments. */
    public InvalidRequestException(String messageKey, Object... args) {
        super(messageKey, args);
    }
}

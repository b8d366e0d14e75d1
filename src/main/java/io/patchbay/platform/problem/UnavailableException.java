package io.patchbay.platform.problem;

/** The portal cannot do it at the moment, through no fault of whoever asked; the page says why (503). */
public class UnavailableException extends ExplainedException {

    /** Takes the reason as a message key and its arguments. */
    public UnavailableException(String messageKey, Object... args) {
        super(messageKey, args);
    }
}

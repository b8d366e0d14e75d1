package io.patchbay.platform.problem;

import java.util.Optional;

/** Carries a reason that people may read, as a message key: the exception's own message never reaches a page. */
public abstract class ExplainedException extends RuntimeException {

    private final String messageKey;
    private final transient Object[] args;

    ExplainedException(String messageKey, Object... args) {
        super(messageKey);
        this.messageKey = messageKey;
        this.args = args.clone();
    }

    /** Where to go on; empty where there is no better place than the page that it was asked on. */
    public Optional<WayOn> wayOn() {
        return Optional.empty();
    }

    public String messageKey() {
        return this.messageKey;
    }

    public Object[] args() {
        return this.args.clone();
    }
}

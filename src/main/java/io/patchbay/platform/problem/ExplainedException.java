package io.patchbay.platform.problem;

/** Carries a reason that people may read, as a message key: the exception's own message never reaches a page. */
public abstract class ExplainedException extends RuntimeException {

    private final String messageKey;
    private final transient Object[] args;

    ExplainedException(String messageKey, Object... args) {
        super(messageKey);
        this.messageKey = messageKey;
        this.args = args.clone();
    }

    public String messageKey() {
        return this.messageKey;
    }

    public Object[] args() {
        return this.args.clone();
    }
}

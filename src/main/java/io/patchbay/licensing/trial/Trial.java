package io.patchbay.licensing.trial;

/** What came of starting the free trial. */
public sealed interface Trial {

    /** It began. */
    record Started() implements Trial {}

    /** It did not. */
    record Refused(RefusalReason reason) implements Trial {}

    /** Why there is no trial; what is said stands in the messages, under {@code license.trial.<NAME>}. */
    enum RefusalReason {
        NOT_CONNECTED,
        LICENSED,
        COMPANY_HAD_ONE,
        TENANT_HAD_ONE
    }
}

package io.patchbay.licensing;

/** Whether an environment may do something. */
public sealed interface Permit {

    /** It may. */
    record Granted() implements Permit {}

    /**
     * It may not.
     *
     * @param reason what to tell people, in their words
     */
    record Denied(String reason) implements Permit {}
}

package io.patchbay.company;

import io.patchbay.platform.access.Capability;
import java.util.Set;

/** Whether somebody comes into a company on a ground other than direct membership. */
public sealed interface AccessDecision {

    /** They do, and may do this. */
    record Granted(Set<Capability> capabilities) implements AccessDecision {}

    /** They do not. */
    record None() implements AccessDecision {}

    /**
     * It cannot be told now, so they do not.
     *
     * @param reason why, and what to do about it, in the reader's words
     */
    record NotKnown(String reason) implements AccessDecision {}
}

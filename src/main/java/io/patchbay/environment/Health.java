package io.patchbay.environment;

import io.patchbay.microsoft.identity.Diagnosis;
import java.time.Instant;
import java.util.List;

/** How a connection stands, as far as is known. Each is another thing to its owner, with another next step. */
public sealed interface Health {

    /** The consent is whole. */
    record Connected() implements Health {}

    /**
     * The consent is whole but for what the company does without.
     *
     * @param waived the permissions that are missing and waived
     */
    record Reduced(List<RequiredPermission> waived) implements Health {}

    /** The consent is whole and everything works, but Microsoft warns of what is to come. */
    record Warned(Diagnosis cause) implements Health {}

    /** Some permissions are missing. */
    record Degraded(List<RequiredPermission> missing) implements Health {}

    /** The tenant no longer lets Patchbay in, and why. */
    record Lost(Diagnosis cause) implements Health {}

    /** A policy of the tenant keeps Patchbay out. */
    record Blocked(Diagnosis cause) implements Health {}

    /** Microsoft refuses Patchbay itself: the operator's to mend, not the customer's. */
    record Ours(Health lastKnown) implements Health {}

    /** Microsoft could not be asked. */
    record Unknown(Health lastKnown, Instant since) implements Health {}

    /** Something seems to be gone so soon after consent that it may not have spread yet. */
    record Verifying(Health lastKnown) implements Health {}

    /** Nothing is written to the tenant until somebody resumes it. */
    record Paused(Health beneath, String by, Instant since) implements Health {}

    /** It is being taken apart. */
    record Disconnecting() implements Health {}
}

package io.patchbay.environment;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for a protected disconnect, or for another protection, has come further; published in the transaction that stores
 * it.
 *
 * @param environment whose connection it concerns; null for the protection of the company
 * @param subject the tenant by name, or the wanted protection in words
 * @param by who asked for it
 * @param detail what is to be known of the step, in words
 */
public record DisconnectRequestChanged(
        Step step, UUID request, @Nullable EnvironmentId environment, String subject, String by, String detail) {

    /** How far it has come. */
    public enum Step {
        /** A second person has to confirm it. */
        REQUESTED,
        /** It begins at its time. */
        SCHEDULED,
        /** It will not come to pass. */
        CALLED_OFF,
        /** What it wanted is so now, which only the protection of a company tells so. */
        CHANGED
    }
}

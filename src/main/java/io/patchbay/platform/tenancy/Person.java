package io.patchbay.platform.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * The person who is signed in.
 *
 * @param id the key
 * @param name as Entra ID shows it
 * @param email {@code preferred_username}: for display, never for recognition
 * @param roles app roles of the operator's own staff in Patchbay's app registration
 */
public record Person(
        PersonId id,
        String name,
        String email,
        java.util.Set<String> roles,
        @Nullable String logoutHint) implements java.io.Serializable {

    public Person {
        roles = java.util.Set.copyOf(roles);
    }
}

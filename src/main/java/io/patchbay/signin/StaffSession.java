package io.patchbay.signin;

import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.tenancy.PersonId;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Entra ID last said of a member of staff, kept in their session, and by what it can be asked again. That is encrypted
 * under the session's identifier, which the browser alone knows: whoever reads the database has no use of it.
 *
 * @param roles what they are
 * @param asOf when Entra ID said so
 * @param sealed the refresh token; null where Entra ID gave none
 */
record StaffSession(Set<StaffRole> roles, Instant asOf, byte @Nullable [] sealed) implements Serializable {

    private static final String ATTRIBUTE = "patchbay.staff";

    static StaffSession of(
            HttpSession session, PersonId person, Set<StaffRole> roles, Instant asOf, @Nullable String refreshToken) {
        return new StaffSession(
                Set.copyOf(roles),
                asOf,
                refreshToken == null
                        ? null
                        : box(session).encrypt(person.objectId(), refreshToken.getBytes(StandardCharsets.UTF_8)));
    }

    static @Nullable StaffSession in(HttpSession session) {
        return (StaffSession) session.getAttribute(ATTRIBUTE);
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    void keep(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** The refresh token, by which Entra ID is asked again. */
    @Nullable
    String refreshToken(HttpSession session, PersonId person) {
        return sealed == null
                ? null
                : new String(box(session).decrypt(person.objectId(), sealed), StandardCharsets.UTF_8);
    }

    private static SecretBox box(HttpSession session) {
        return new SecretBox("session identifier", session.getId());
    }
}

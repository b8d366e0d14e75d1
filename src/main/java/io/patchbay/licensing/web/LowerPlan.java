package io.patchbay.licensing.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** The key that waits in the session for somebody to confirm its lower plan; the key's identifier, never the key. */
final class LowerPlan {

    private static final String ATTRIBUTE = "patchbay.license.lower.";

    private LowerPlan() {}

    static void keep(HttpSession session, UUID environment, UUID key) {
        session.setAttribute(ATTRIBUTE + environment, key);
    }

    static Optional<UUID> take(HttpSession session, UUID environment) {
        var key = (UUID) session.getAttribute(ATTRIBUTE + environment);
        session.removeAttribute(ATTRIBUTE + environment);
        return Optional.ofNullable(key);
    }
}

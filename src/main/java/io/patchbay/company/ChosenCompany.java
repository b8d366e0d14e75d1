package io.patchbay.company;

import io.patchbay.platform.tenancy.CompanyId;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** The company that a session works for; a choice, not a right: membership is checked anew on each request. */
public final class ChosenCompany {

    private static final String ATTRIBUTE = "patchbay.company";

    private ChosenCompany() {}

    /** The company chosen in this session. */
    public static Optional<CompanyId> in(HttpSession session) {
        return Optional.ofNullable((UUID) session.getAttribute(ATTRIBUTE)).map(CompanyId::new);
    }

    /** Works for this company from now on. */
    public static void choose(HttpSession session, CompanyId company) {
        session.setAttribute(ATTRIBUTE, company.value());
    }

    /** Works for no company until one is chosen. */
    public static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}

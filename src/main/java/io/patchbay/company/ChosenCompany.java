package io.patchbay.company;

import io.patchbay.platform.tenancy.CompanyId;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/**
 * The company that a session works for; a choice, not a right: membership is checked anew on each request. A form that was
 * opened for one company is refused once another is chosen, since it would do there what was meant here.
 */
public final class ChosenCompany {

    private static final String ATTRIBUTE = "patchbay.company";

    /** Where Spring Security's {@code HttpSessionCsrfTokenRepository} keeps the token that every open form carries. */
    private static final String FORMS =
            "org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN";

    private ChosenCompany() {}

    /** The company chosen in this session. */
    public static Optional<CompanyId> in(HttpSession session) {
        return Optional.ofNullable((UUID) session.getAttribute(ATTRIBUTE)).map(CompanyId::new);
    }

    /** Works for this company from now on. */
    public static void choose(HttpSession session, CompanyId company) {
        var before = in(session);
        session.setAttribute(ATTRIBUTE, company.value());
        if (before.isPresent() && !before.get().equals(company)) {
            session.removeAttribute(FORMS);
        }
    }

    /** Works for no company until one is chosen. */
    public static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
        session.removeAttribute(FORMS);
    }
}

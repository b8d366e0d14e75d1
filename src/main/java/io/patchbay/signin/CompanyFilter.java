package io.patchbay.signin;

import io.patchbay.company.ChosenCompany;
import io.patchbay.company.Companies;
import io.patchbay.company.Membership;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds each request of a signed-in person to the chosen company and to the role held in it now: a change of role or
 * membership takes effect with the next request.
 */
class CompanyFilter extends OncePerRequestFilter {

    /** What the addresses of all pages for staff begin with, and of no others. */
    static final List<String> FOR_STAFF = List.of("/operator", "/staff/", "/support");

    private static final int USER_AGENT_LIMIT = 300;

    private final Companies companies;
    private final StaffRoles staffRoles;

    CompanyFilter(Companies companies, StaffRoles staffRoles) {
        this.companies = companies;
        this.staffRoles = staffRoles;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/webjars/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof PortalUser user)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Current.<Exception>inside(scope(request, user.person()), () -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Current.Scope scope(HttpServletRequest request, Person person) {
        var actor = new Actor.Member(person.id(), person.name(), person.email(), origin(request));
        var staff = staffRoles.of(request, person);
        return membership(request, person)
                .map(m -> new Current.Scope(m.company(), m.companyName(), actor, m.capabilities(), staff))
                .orElseGet(() -> new Current.Scope(null, null, actor, Set.of(), staff));
    }

    private Optional<Membership> membership(HttpServletRequest request, Person person) {
        var session = request.getSession();
        var chosen = ChosenCompany.in(session);
        if (chosen.isPresent()) {
            var membership = companies.membership(chosen.get(), person);
            if (membership.isEmpty()) {
                ChosenCompany.forget(session);
            }
            return membership;
        }
        if (isForStaff(request)) {
            return Optional.empty();
        }
        var preferred = companies.preferredBy(person);
        preferred.ifPresent(company -> ChosenCompany.choose(session, company));
        return preferred.flatMap(company -> companies.membership(company, person));
    }

    /** Staff who came to no company yet need none for their own pages. */
    private static boolean isForStaff(HttpServletRequest request) {
        return FOR_STAFF.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    private static Actor.Origin origin(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Actor.Origin(
                request.getRemoteAddr(),
                agent == null ? null : agent.substring(0, Math.min(agent.length(), USER_AGENT_LIMIT)));
    }
}

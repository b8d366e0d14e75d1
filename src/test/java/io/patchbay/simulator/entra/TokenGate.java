package io.patchbay.simulator.entra;

import io.patchbay.simulator.directory.Faults;
import io.patchbay.simulator.directory.Faults.TokenFault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts token requests, refuses unknown tenants and gives the scripted answers. */
final class TokenGate extends OncePerRequestFilter {
    private final Authorities authorities;
    private final Faults faults;
    private final TokenAnswers answers;

    TokenGate(Authorities authorities, Faults faults, TokenAnswers answers) {
        this.authorities = authorities;
        this.faults = faults;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String segment = request.getRequestURI().split("/", 3)[1];
        faults.countTokenRequest();
        authorities
                .find(segment)
                .map(Authority::tenant)
                .ifPresent(tenant -> tenant.state().countTokenRequest());
        Optional<TokenFault> scripted = faults.takeTokenFault();
        if (scripted.isPresent()) {
            answers.refuse(request, response, error(scripted.get()));
            return;
        }
        try {
            authorities.resolve(segment);
        } catch (EntraException unknown) {
            answers.refuse(request, response, unknown.entraError());
            return;
        }
        if (!"POST".equals(request.getMethod())) {
            answers.refuse(request, response, EntraErrors.invalidValue("method"));
            return;
        }
        chain.doFilter(request, response);
    }

    private static EntraError error(TokenFault fault) {
        return new EntraError(
                fault.error(), fault.status(), fault.aadsts(), "As the test has asked for.", fault.suberror(), null);
    }
}

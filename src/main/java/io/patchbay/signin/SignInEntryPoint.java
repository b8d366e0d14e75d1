package io.patchbay.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads whoever is not signed in to sign-in: the whole page, also where htmx asked for a piece of one. */
class SignInEntryPoint implements AuthenticationEntryPoint {

    private static final String SIGN_IN = "/sign-in";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(SIGN_IN);
            return;
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("HX-Redirect", SIGN_IN);
    }
}

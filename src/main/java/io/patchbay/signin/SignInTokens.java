package io.patchbay.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * Keeps no user tokens: after sign-in Patchbay has no use for them. Only the refresh token can be had until the sign-in has
 * ended, by which it is known later whether somebody still is staff.
 */
@NullUnmarked
class SignInTokens implements OAuth2AuthorizedClientRepository {

    private static final String REFRESH_TOKEN = SignInTokens.class.getName() + ".refresh";

    static Optional<String> refreshToken(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(REFRESH_TOKEN));
    }

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = client.getRefreshToken();
        if (token != null) {
            request.setAttribute(REFRESH_TOKEN, token.getTokenValue());
        }
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
}

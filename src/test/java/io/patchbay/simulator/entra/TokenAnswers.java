package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the token endpoint answers, in Entra's words. */
@SimulatorComponent
final class TokenAnswers {
    private final MovableClock clock;
    private final JsonMapper json;

    TokenAnswers(MovableClock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    void succeed(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuth2AccessTokenAuthenticationToken tokens = (OAuth2AccessTokenAuthenticationToken) authentication;
        OAuth2AccessToken accessToken = tokens.getAccessToken();
        boolean applicationOnly = "client_credentials".equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_type", "Bearer");
        if (!applicationOnly) {
            body.put("scope", String.join(" ", accessToken.getScopes()));
        }
        Instant from = accessToken.getIssuedAt();
        Instant until = accessToken.getExpiresAt();
        long seconds = from == null || until == null
                ? 0
                : Duration.between(from, until).toSeconds();
        body.put("expires_in", seconds);
        body.put("ext_expires_in", seconds);
        body.put("access_token", accessToken.getTokenValue());
        if (tokens.getRefreshToken() != null && accessToken.getScopes().contains("offline_access")) {
            body.put("refresh_token", tokens.getRefreshToken().getTokenValue());
        }
        body.putAll(tokens.getAdditionalParameters());
        write(response, 200, body);
    }

    void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        EntraError error = failure instanceof EntraException entra
                ? entra.entraError()
                : translate(request, ((OAuth2AuthenticationException) failure).getError());
        refuse(request, response, error);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, EntraError error) throws IOException {
        write(response, error.status(), Trace.of(request, clock).body(error));
    }

    /** What the library's own readers find wrong, under the number that Entra has for it. */
    private static EntraError translate(HttpServletRequest request, OAuth2Error error) {
        String description = String.valueOf(error.getDescription());
        return switch (error.getErrorCode()) {
            case "unsupported_grant_type" ->
                TokenErrors.unsupportedGrant(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
            case "invalid_client" -> TokenErrors.missingCredential();
            case "invalid_grant" -> TokenErrors.unknownCode();
            case "invalid_request" -> {
                String parameter = description.replaceFirst(".*: ", "");
                yield request.getParameter(parameter) == null
                        ? EntraErrors.missingParameter(parameter)
                        : EntraErrors.invalidValue(parameter);
            }
            default -> EntraError.of(error.getErrorCode(), 400, 90014, description);
        };
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store, no-cache");
        response.setHeader("Pragma", "no-cache");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}

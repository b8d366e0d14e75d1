package io.patchbay.microsoft.identity;

import io.patchbay.platform.tenancy.PersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Asks Entra ID anew who it is that signed in to the portal, without asking them: with the refresh token of the sign-in. The ID
 * token that comes says what holds at that moment, above all which app roles are assigned.
 */
@Component
public class SignInRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(SignInRenewal.class);

    /** The grant wants one, and does not send it. */
    private static final OAuth2AccessToken NONE =
            new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "none", null, null);

    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client;
    private final ClientRegistration entra;
    private final IdTokens idTokens;

    SignInRenewal(
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client,
            ClientRegistration entra,
            IdTokens idTokens) {
        this.client = client;
        this.entra = entra;
        this.idTokens = idTokens;
    }

    /** What came of it. */
    public sealed interface Renewal {

        /**
         * Entra ID said who it is.
         *
         * @param appRoles the {@code roles} claim
         * @param refreshToken for the next time; the one before may be refused from now on
         */
        record Renewed(
                PersonId person,
                Set<String> appRoles,
                @Nullable String refreshToken) implements Renewal {
            @Override
            public String toString() {
                return "Renewed[person=" + person + ", appRoles=" + appRoles + "]";
            }
        }

        /** It did not, and why. */
        record Refused(Diagnosis diagnosis) implements Renewal {}
    }

    /** Asks with a refresh token. */
    public Renewal renew(String refreshToken) {
        try {
            return validated(client.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(entra, NONE, new OAuth2RefreshToken(refreshToken, null))));
        } catch (OAuth2AuthorizationException e) {
            return new Renewal.Refused(
                    Diagnosis.ofToken(e.getError().getErrorCode(), e.getError().getDescription(), null));
        } catch (JwtException | IllegalArgumentException e) {
            LOG.warn("A renewed ID token is not valid: {}", e.getMessage());
            return new Renewal.Refused(Diagnosis.of(ConsentProblem.SIGN_IN_INVALID));
        }
    }

    private Renewal validated(OAuth2AccessTokenResponse response) {
        if (!(response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String idToken)) {
            return new Renewal.Refused(Diagnosis.of(ConsentProblem.SIGN_IN_INVALID));
        }
        var token = idTokens.decoder().decode(idToken);
        var next = response.getRefreshToken();
        return new Renewal.Renewed(
                new PersonId(IdTokens.uuid(token, "tid"), IdTokens.uuid(token, "oid")),
                appRoles(token),
                next == null ? null : next.getTokenValue());
    }

    private static Set<String> appRoles(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        return roles == null ? Set.of() : Set.copyOf(roles);
    }
}

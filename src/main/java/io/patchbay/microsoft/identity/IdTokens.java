package io.patchbay.microsoft.identity;

import io.patchbay.microsoft.http.MicrosoftHttp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Validates ID tokens: signature by Entra's keys, audience, times, and that issuer and {@code tid} are of one and the same
 * work or school tenant. Portal sign-in and step-up sign-in share the one decoder.
 */
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    /** The tenant of all personal Microsoft accounts. */
    private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final JwtDecoder decoder;

    IdTokens(ClientRegistration entra, EntraEndpoints endpoints, MicrosoftHttp http, Clock clock) {
        var nimbus = NimbusJwtDecoder.withJwkSetUri(endpoints.keys())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(http.requests()))
                .build();
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        var oidc = new OidcIdTokenValidator(entra);
        oidc.setClock(clock);
        nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times, JwtTypeValidator.jwt(), oidc, issuer(endpoints.issuerTemplate())));
        nimbus.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        this.decoder = nimbus;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoder;
    }

    JwtDecoder decoder() {
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> issuer(String template) {
        return token -> {
            var tenant = token.getClaimAsString("tid");
            var object = token.getClaimAsString("oid");
            var issuer = String.valueOf(token.getClaims().get("iss"));
            var right = tenant != null
                    && object != null
                    && GUID.matcher(tenant).matches()
                    && GUID.matcher(object).matches()
                    && !PERSONAL_ACCOUNTS.equals(tenant)
                    && template.replace("{tenantid}", tenant).equals(issuer);
            return right
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(
                            new OAuth2Error("invalid_issuer", "Issuer and tenant do not belong together", null));
        };
    }

    static UUID uuid(Jwt token, String claim) {
        return UUID.fromString(token.getClaimAsString(claim));
    }
}

package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Person;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Authorization codes: they live ten minutes of the simulated time and are redeemed once. */
@SimulatorComponent
final class Codes {
    static final String SESSION = "sid";
    static final String AUTHORITY = "authority";
    private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
    private final Set<String> issued = ConcurrentHashMap.newKeySet();
    private final OAuth2AuthorizationService authorizations;
    private final RegisteredClient client;
    private final MovableClock clock;

    Codes(OAuth2AuthorizationService authorizations, RegisteredClient client, MovableClock clock) {
        this.authorizations = authorizations;
        this.client = client;
        this.clock = clock;
    }

    /** A new code for somebody who has signed in and consented. */
    String issue(SignIn signIn, Person person, String session) {
        String value = "1." + UUID.randomUUID().toString().replace("-", "") + "." + UUID.randomUUID();
        Instant now = clock.instant();
        authorizations.save(OAuth2Authorization.withRegisteredClient(client)
                .principalName(person.id().toString())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(signIn.scopes())
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(
                                person.id().toString(), null, List.of()))
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(signIn))
                .attribute(AUTHORITY, signIn.authority().name())
                .attribute(SESSION, session)
                .token(new OAuth2AuthorizationCode(value, now, now.plus(LIFETIME)))
                .build());
        issued.add(value);
        return value;
    }

    private static OAuth2AuthorizationRequest request(SignIn signIn) {
        Map<String, Object> more = new HashMap<>();
        for (String name : List.of("nonce", "code_challenge", "code_challenge_method")) {
            String value = signIn.parameter(name);
            if (value != null) {
                more.put(name, value);
            }
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("https://login.microsoftonline.com")
                .clientId(signIn.clientId())
                .redirectUri(signIn.redirectUri())
                .scopes(signIn.scopes())
                .additionalParameters(more)
                .build();
    }

    @Nullable
    OAuth2Authorization find(String code) {
        return authorizations.findByToken(code, CODE);
    }

    boolean isExpired(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
        Instant end = code == null ? null : code.getToken().getExpiresAt();
        return end == null || !clock.instant().isBefore(end);
    }

    /** Whether this code is redeemed for the first time. */
    boolean redeem(String code) {
        return redeemed.add(code);
    }

    boolean isRedeemed(String code) {
        return redeemed.contains(code);
    }

    /** Forgets all codes. */
    void reset() {
        for (String code : issued) {
            OAuth2Authorization authorization = find(code);
            if (authorization != null) {
                authorizations.remove(authorization);
            }
        }
        issued.clear();
        redeemed.clear();
    }
}

package io.patchbay.simulator.entra;

import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.TenantState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/**
 * Refreshes tokens: a scope that nobody has consented to is refused with 65001 (intune-in-the-field E3), and every refresh
 * hands out another refresh token in the place of the one presented. The library makes the tokens.
 */
final class Refresh implements AuthenticationProvider {
    private final OAuth2AuthorizationService authorizations;
    private final Authorities authorities;
    private final Directory directory;
    private final ClientInfo clientInfo;
    private final MovableClock clock;
    private final AuthenticationProvider library;

    Refresh(
            OAuth2AuthorizationService authorizations,
            Authorities authorities,
            Directory directory,
            ClientInfo clientInfo,
            MovableClock clock,
            AuthenticationProvider library) {
        this.authorizations = authorizations;
        this.authorities = authorities;
        this.directory = directory;
        this.clientInfo = clientInfo;
        this.clock = clock;
        this.library = library;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        OAuth2RefreshTokenAuthenticationToken asked = (OAuth2RefreshTokenAuthenticationToken) authentication;
        OAuth2Authorization authorization =
                authorizations.findByToken(asked.getRefreshToken(), OAuth2TokenType.REFRESH_TOKEN);
        if (authorization == null) {
            throw TokenErrors.unknownRefreshToken().exception();
        }
        Person person = directory
                .account(UUID.fromString(authorization.getPrincipalName()))
                .orElseThrow();
        TenantState state = directory.tenant(person.tenant()).state();
        checkAuthority(person);
        checkTime(authorization);
        if (!state.hasConsent(person) || !state.covers(person, asked.getScopes())) {
            throw TokenErrors.consentMissing().exception();
        }
        Set<String> scopes = new LinkedHashSet<>(authorization.getAuthorizedScopes());
        scopes.addAll(asked.getScopes());
        authorizations.save(
                OAuth2Authorization.from(authorization).authorizedScopes(scopes).build());
        return clientInfo.addTo(library.authenticate(asked), authorization, asked.getAdditionalParameters());
    }

    private void checkAuthority(Person person) {
        String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        Authority posted = authorities.resolve(issuer.substring(issuer.lastIndexOf('/') + 1));
        if (posted.tenant() != null && !posted.tenant().id().equals(person.tenant())) {
            throw EntraErrors.notInTenant(person, posted.tenant()).exception();
        }
    }

    private void checkTime(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2RefreshToken> token = authorization.getRefreshToken();
        Instant end = token == null ? null : token.getToken().getExpiresAt();
        if (end == null || !clock.instant().isBefore(end)) {
            throw TokenErrors.expiredRefreshToken().exception();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2RefreshTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

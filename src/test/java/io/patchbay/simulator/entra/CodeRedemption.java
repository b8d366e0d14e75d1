package io.patchbay.simulator.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/**
 * Redeems a code: first Entra's own distinctions (used, expired, another tenant's, another redirect URI, PKCE), then the
 * library makes the tokens.
 */
final class CodeRedemption implements AuthenticationProvider {
    private final Codes codes;
    private final Authorities authorities;
    private final ClientInfo clientInfo;
    private final AuthenticationProvider library;

    CodeRedemption(Codes codes, Authorities authorities, ClientInfo clientInfo, AuthenticationProvider library) {
        this.codes = codes;
        this.authorities = authorities;
        this.clientInfo = clientInfo;
        this.library = library;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        OAuth2AuthorizationCodeAuthenticationToken redemption =
                (OAuth2AuthorizationCodeAuthenticationToken) authentication;
        OAuth2Authorization authorization = check(redemption);
        if (!codes.redeem(redemption.getCode())) {
            throw TokenErrors.redeemedCode().exception();
        }
        return clientInfo.addTo(
                library.authenticate(authentication), authorization, redemption.getAdditionalParameters());
    }

    private OAuth2Authorization check(OAuth2AuthorizationCodeAuthenticationToken redemption) {
        OAuth2Authorization authorization = codes.find(redemption.getCode());
        if (authorization == null) {
            throw TokenErrors.unknownCode().exception();
        }
        String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        Authority posted = authorities.resolve(issuer.substring(issuer.lastIndexOf('/') + 1));
        if (!posted.name().equals(authorization.getAttribute(Codes.AUTHORITY))) {
            throw TokenErrors.wrongTenantForCode().exception();
        }
        if (codes.isRedeemed(redemption.getCode())) {
            throw TokenErrors.redeemedCode().exception();
        }
        if (codes.isExpired(authorization)) {
            throw TokenErrors.expiredCode().exception();
        }
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null || !String.valueOf(request.getRedirectUri()).equals(redemption.getRedirectUri())) {
            throw TokenErrors.wrongRedirectForCode(redemption.getRedirectUri()).exception();
        }
        checkVerifier(request, redemption.getAdditionalParameters().get("code_verifier"));
        return authorization;
    }

    private static void checkVerifier(OAuth2AuthorizationRequest request, @Nullable Object verifier) {
        Object challenge = request.getAdditionalParameters().get("code_challenge");
        if (challenge == null) {
            return;
        }
        boolean hashed = "S256".equals(request.getAdditionalParameters().get("code_challenge_method"));
        if (!(verifier instanceof String text) || !challenge.equals(hashed ? hash(text) : text)) {
            throw TokenErrors.wrongVerifier().exception();
        }
    }

    private static String hash(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2AuthorizationCodeAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

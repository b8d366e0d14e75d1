package io.patchbay.microsoft.identity;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.Prompt;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.identity.TokenRequests.Grant;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.pageview.PageTransactions;
import java.net.URI;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A second sign-in, through MSAL4J, that proves which tenant somebody belongs to and which directory roles they hold in it.
 * It leaves the portal's own sign-in as it is. Each redemption uses a client of its own, so that no user token is kept.
 */
@Component
public class StepUpSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(StepUpSignIn.class);
    private static final Set<String> SCOPES = Set.of("openid", "profile");

    private final MsalClients clients;
    private final TokenRequests requests;
    private final EntraEndpoints endpoints;
    private final MicrosoftProperties properties;
    private final IdTokens idTokens;

    StepUpSignIn(
            MsalClients clients,
            TokenRequests requests,
            EntraEndpoints endpoints,
            MicrosoftProperties properties,
            IdTokens idTokens) {
        this.requests = requests;
        this.clients = clients;
        this.endpoints = endpoints;
        this.properties = properties;
        this.idTokens = idTokens;
    }

    /** How a step-up sign-in ended. */
    public sealed interface StepUpOutcome {

        /**
         * Somebody is proven to be of a tenant.
         *
         * @param tenantId the {@code tid} of the validated ID token
         * @param account the account's name, for display only
         * @param directoryRoles the {@code wids} claim: template IDs of active directory roles
         */
        record Proven(UUID tenantId, String account, Set<String> directoryRoles) implements StepUpOutcome {}

        /** Nobody is proven. */
        record Refused(Diagnosis diagnosis) implements StepUpOutcome {}
    }

    /**
     * Where to send the browser: Microsoft's account picker. The answer comes by GET, since a POST from another site would not
     * bring the session's cookie; MSAL4J only makes URLs for answers by POST.
     *
     * @param tenant the only tenant that may be signed in to, null for any
     */
    public URI authorizeUrl(@Nullable UUID tenant, String state, String nonce, String codeVerifier) {
        var parameters = AuthorizationRequestUrlParameters.builder(
                        endpoints.stepUpRedirect().toString(), SCOPES)
                .state(state)
                .nonce(nonce)
                .codeChallenge(OneTimeSecrets.s256(codeVerifier))
                .codeChallengeMethod("S256")
                .prompt(Prompt.SELECT_ACCOUNT)
                .build();
        var url = clients.client(authority(tenant)).getAuthorizationRequestUrl(parameters);
        var browser = properties.browserAuthority();
        return UriComponentsBuilder.fromUriString(url.toString())
                .scheme(browser.getScheme())
                .host(browser.getHost())
                .port(browser.getPort())
                .replaceQueryParam("response_mode", "query")
                .build(true)
                .toUri();
    }

    /**
     * Redeems an authorization code and validates the ID token in full, which MSAL4J itself does not.
     *
     * @param tenant the tenant that {@link #authorizeUrl} was for
     * @param nonceHash SHA-256 of the nonce sent along
     */
    public StepUpOutcome redeem(@Nullable UUID tenant, String code, String codeVerifier, byte[] nonceHash) {
        PageTransactions.end();
        try {
            var parameters = AuthorizationCodeParameters.builder(code, endpoints.stepUpRedirect())
                    .scopes(SCOPES)
                    .codeVerifier(codeVerifier)
                    .build();
            var client = clients.client(authority(tenant));
            return validated(requests.await(Grant.SIGN_IN, () -> client.acquireToken(parameters)), nonceHash);
        } catch (CompletionException e) {
            return new StepUpOutcome.Refused(MsalFailures.diagnose(e));
        }
    }

    private static String authority(@Nullable UUID tenant) {
        return tenant == null ? "organizations" : tenant.toString();
    }

    private StepUpOutcome validated(IAuthenticationResult result, byte[] nonceHash) {
        try {
            var token = idTokens.decoder().decode(result.idToken());
            var nonce = token.getClaimAsString("nonce");
            if (nonce == null || !MessageDigest.isEqual(OneTimeSecrets.sha256(nonce), nonceHash)) {
                LOG.warn("A step-up ID token carries a foreign nonce");
                return new StepUpOutcome.Refused(Diagnosis.of(ConsentProblem.SIGN_IN_INVALID));
            }
            return new StepUpOutcome.Proven(IdTokens.uuid(token, "tid"), account(token), directoryRoles(token));
        } catch (JwtException | IllegalArgumentException e) {
            LOG.warn("A step-up ID token is not valid: {}", e.getMessage());
            return new StepUpOutcome.Refused(Diagnosis.of(ConsentProblem.SIGN_IN_INVALID));
        }
    }

    private static String account(Jwt token) {
        var account = DirectoryText.plain(token.getClaimAsString("preferred_username"));
        return account.isEmpty() ? IdTokens.uuid(token, "oid").toString() : account;
    }

    private static Set<String> directoryRoles(Jwt token) {
        List<String> roles = token.getClaimAsStringList("wids");
        return roles == null ? Set.of() : Set.copyOf(roles);
    }
}

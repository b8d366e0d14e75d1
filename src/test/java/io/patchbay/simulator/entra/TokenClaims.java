package io.patchbay.simulator.entra;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.DirectoryRole;
import io.patchbay.simulator.directory.Permission;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Registration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Replaces the library's claims by those of Entra (id-token-claims-reference.md, access-token-claims-reference.md):
 * v2 for ID tokens, v1 for Graph's access tokens.
 */
@SimulatorComponent
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final Duration LIFETIME = Duration.ofSeconds(3599);

    private final Directory directory;
    private final Registration registration;
    private final Addresses addresses;

    TokenClaims(Directory directory, Registration registration, Addresses addresses) {
        this.directory = directory;
        this.registration = registration;
        this.addresses = addresses;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getClaims().claims(claims -> {
            Instant now = (Instant) claims.get("iat");
            Object nonce = claims.get("nonce");
            claims.clear();
            claims.put("iat", now);
            claims.put("nbf", now);
            claims.put("exp", now.plus(LIFETIME));
            claims.put("aio", opaque());
            claims.put("rh", "1." + opaque() + ".");
            claims.put("uti", opaque());
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                claims.putAll(idToken(context));
                if (nonce != null) {
                    claims.put("nonce", nonce);
                }
            } else if (context.getAuthorizationGrant() instanceof Authentication grant
                    && grant.getDetails() instanceof ApplicationGrant application) {
                claims.putAll(applicationToken(context, application));
            } else {
                claims.putAll(delegatedToken(context));
            }
        });
    }

    private Map<String, Object> idToken(JwtEncodingContext context) {
        Person person = person(context);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", SimulatedMicrosoft.CLIENT_ID);
        claims.put("iss", addresses.backChannel() + "/" + person.tenant() + "/v2.0");
        claims.put("sub", pairwise(person));
        claims.put("ver", "2.0");
        if (context.getAuthorizedScopes().contains("profile")) {
            claims.put("oid", person.id().toString());
            claims.put("tid", person.tenant().toString());
            claims.put("name", person.displayName());
            claims.put("preferred_username", person.signInName());
        }
        if (person.isGuest()) {
            claims.put("acct", 1);
            claims.put("idp", "https://sts.windows.net/" + person.account().tenant() + "/");
            claims.put("email", person.signInName());
        } else {
            claims.put("acct", 0);
        }
        claims.put("login_hint", loginHint(person));
        OAuth2Authorization authorization = context.getAuthorization();
        if (authorization != null && authorization.getAttribute(Codes.SESSION) != null) {
            claims.put("sid", authorization.getAttribute(Codes.SESSION));
        }
        addRoles(person, claims);
        return claims;
    }

    private void addRoles(Person person, Map<String, Object> claims) {
        if (registration.emitsWids()) {
            List<String> wids = person.roles().stream()
                    .map(DirectoryRole::templateId)
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
            if (!person.isGuest()) {
                wids.add(DirectoryRole.USER.templateId());
            }
            if (!wids.isEmpty()) {
                claims.put("wids", wids);
            }
        }
        if (!directory.appRoles(person).isEmpty()) {
            claims.put("roles", List.copyOf(directory.appRoles(person)));
        }
    }

    private Map<String, Object> applicationToken(JwtEncodingContext context, ApplicationGrant grant) {
        String issuer = "https://sts.windows.net/" + grant.tenant() + "/";
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", registration.graph());
        claims.put("iss", issuer);
        claims.put("app_displayname", "Patchbay");
        claims.put("appid", SimulatedMicrosoft.CLIENT_ID);
        claims.put("appidacr", isSecret(context) ? "1" : "2");
        claims.put("idp", issuer);
        claims.put("idtyp", "app");
        UUID principal = grant.servicePrincipal();
        if (principal != null) {
            claims.put("oid", principal.toString());
            claims.put("sub", principal.toString());
        }
        if (!grant.permissions().isEmpty()) {
            claims.put(
                    "roles",
                    grant.permissions().stream().map(Permission::value).sorted().toList());
        }
        claims.put("tid", grant.tenant().toString());
        claims.put("ver", "1.0");
        claims.put("wids", List.of("0997a1d0-0d1d-4acb-b408-d5ca73121e90"));
        return claims;
    }

    private Map<String, Object> delegatedToken(JwtEncodingContext context) {
        Person person = person(context);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", registration.graph());
        claims.put("iss", "https://sts.windows.net/" + person.tenant() + "/");
        claims.put("appid", SimulatedMicrosoft.CLIENT_ID);
        claims.put("idtyp", "user");
        claims.put("oid", person.id().toString());
        claims.put("sub", pairwise(person));
        claims.put("tid", person.tenant().toString());
        claims.put("scp", String.join(" ", context.getAuthorizedScopes()));
        claims.put("ver", "1.0");
        return claims;
    }

    private static boolean isSecret(JwtEncodingContext context) {
        Authentication grant = context.getAuthorizationGrant();
        if (grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) {
            ClientAuthenticationMethod method = client.getClientAuthenticationMethod();
            return ClientAuthenticationMethod.CLIENT_SECRET_BASIC.equals(method)
                    || ClientAuthenticationMethod.CLIENT_SECRET_POST.equals(method);
        }
        return true;
    }

    private Person person(JwtEncodingContext context) {
        return directory
                .account(UUID.fromString(context.getPrincipal().getName()))
                .orElseThrow();
    }

    /** The opaque {@code login_hint} claim, which sign-out takes as {@code logout_hint}. */
    static String loginHint(Person person) {
        return "O." + encode(person.account().id().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String pairwise(Person person) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return encode(digest.digest((SimulatedMicrosoft.CLIENT_ID + person.id()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String opaque() {
        return encode(UUID.randomUUID().toString().substring(0, 16).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

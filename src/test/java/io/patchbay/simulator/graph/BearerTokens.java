package io.patchbay.simulator.graph;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Registration;
import io.patchbay.simulator.directory.ServicePrincipal;
import io.patchbay.simulator.directory.Tenant;
import io.patchbay.simulator.entra.SigningKeys;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the bearer token of a call: its signature, its audience, its time, and that its application still exists. */
@SimulatorComponent
final class BearerTokens {
    private final SigningKeys keys;
    private final Directory directory;
    private final Registration registration;
    private final MovableClock clock;

    BearerTokens(SigningKeys keys, Directory directory, Registration registration, MovableClock clock) {
        this.keys = keys;
        this.directory = directory;
        this.registration = registration;
        this.clock = clock;
    }

    /** What the token says; a {@link GraphException} with 401 when it is not valid here and now. */
    GraphToken check(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            throw invalid("Access token is empty.");
        }
        JWTClaimsSet claims = verified(authorization.substring("Bearer ".length()));
        if (!claims.getAudience().contains(registration.graph())) {
            throw invalid("Access token validation failure. Invalid audience.");
        }
        if (claims.getExpirationTime() == null
                || !clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
            throw invalid("Lifetime validation failed, the token is expired.");
        }
        Tenant tenant = directory
                .tenant(text(claims, "tid"))
                .orElseThrow(() -> invalid("Access token validation failure. Invalid tenant."));
        Optional<ServicePrincipal> principal = tenant.state().servicePrincipal();
        boolean alive = principal
                .map(each -> each.id().toString().equals(text(claims, "oid")))
                .orElse(false);
        if ("app".equals(text(claims, "idtyp")) && !alive) {
            throw new GraphException(
                    401,
                    "Authorization_IdentityNotFound",
                    "The identity of the calling application could not be established.");
        }
        return new GraphToken(tenant, roles(claims));
    }

    private JWTClaimsSet verified(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            RSAPublicKey key = keys.publicKey(String.valueOf(jwt.getHeader().getKeyID()))
                    .orElseThrow(() -> invalid("Access token validation failure. Unknown key."));
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(new RSASSAVerifier(key))) {
                throw invalid("Access token validation failure. Invalid signature.");
            }
            return jwt.getJWTClaimsSet();
        } catch (ParseException | JOSEException malformed) {
            throw invalid("CompactToken parsing failed: the token is malformed.");
        }
    }

    private static String text(JWTClaimsSet claims, String name) {
        return String.valueOf(claims.getClaim(name));
    }

    private static Set<String> roles(JWTClaimsSet claims) {
        try {
            List<String> roles = claims.getStringListClaim("roles");
            return roles == null ? Set.of() : Set.copyOf(roles);
        } catch (ParseException malformed) {
            return Set.of();
        }
    }

    private static GraphException invalid(String message) {
        return new GraphException(
                401,
                "InvalidAuthenticationToken",
                message,
                Map.of("WWW-Authenticate", "Bearer realm=\"\", error=\"invalid_token\""));
    }
}

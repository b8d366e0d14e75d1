package io.patchbay.simulator.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.IdTokenTampering;
import io.patchbay.simulator.IdTokenTampering.Kind;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Faults;
import io.patchbay.simulator.directory.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Signs tokens with the current key, and spoils the next ID token when asked to. */
@SimulatorComponent
final class EntraJwtEncoder implements JwtEncoder {
    private final SigningKeys keys;
    private final Faults faults;
    private final MovableClock clock;

    EntraJwtEncoder(SigningKeys keys, Faults faults, MovableClock clock) {
        this.keys = keys;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public Jwt encode(JwtEncoderParameters parameters) {
        Map<String, Object> claims = parameters.getClaims().getClaims();
        List<IdTokenTampering> tamperings = new ArrayList<>();
        if ("2.0".equals(claims.get("ver"))) {
            faults.drainTamperings(tamperings::add);
        }
        Map<String, Object> spoiled = new LinkedHashMap<>(claims);
        tamperings.forEach(tampering -> apply(tampering, spoiled));
        try {
            String token = serialize(tamperings, claimsSet(spoiled));
            return new Jwt(
                    token, (Instant) claims.get("iat"), (Instant) claims.get("exp"), Map.of("alg", "RS256"), claims);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void apply(IdTokenTampering tampering, Map<String, Object> claims) {
        if (tampering.kind() == Kind.SET) {
            claims.put(name(tampering.claim()), value(tampering.value()));
        } else if (tampering.kind() == Kind.REMOVE) {
            claims.remove(name(tampering.claim()));
        } else if (tampering.kind() == Kind.EXPIRED) {
            Instant now = clock.instant();
            claims.put("iat", now.minus(Duration.ofHours(2)));
            claims.put("nbf", now.minus(Duration.ofHours(2)));
            claims.put("exp", now.minus(Duration.ofHours(1)));
        }
    }

    private static String name(@Nullable String claim) {
        if (claim == null) {
            throw new IllegalArgumentException("Which claim?");
        }
        return claim;
    }

    private static Object value(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private String serialize(List<IdTokenTampering> tamperings, JWTClaimsSet claims) throws JOSEException {
        Set<Kind> kinds =
                Set.copyOf(tamperings.stream().map(IdTokenTampering::kind).toList());
        if (kinds.contains(Kind.ALG_NONE)) {
            return new PlainJWT(claims).serialize();
        }
        if (kinds.contains(Kind.ALG_HS256)) {
            SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256, keys.current()), claims);
            token.sign(new MACSigner(keys.current().toRSAPublicKey().getEncoded()));
            return token.serialize();
        }
        RSAKey key = kinds.contains(Kind.UNKNOWN_KEY) ? keys.unpublished() : keys.current();
        SignedJWT token = new SignedJWT(header(JWSAlgorithm.RS256, key), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, RSAKey key) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
    }

    private static JWTClaimsSet claimsSet(Map<String, Object> claims) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> builder.claim(name, value instanceof Instant at ? Date.from(at) : value));
        return builder.build();
    }
}

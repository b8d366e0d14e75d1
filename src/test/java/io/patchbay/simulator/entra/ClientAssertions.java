package io.patchbay.simulator.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Registration;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks client assertions (certificate-credentials.md): RS256 or PS256, the certificate named by its SHA-256
 * thumbprint in base64url or, as MSAL4J sends it, in padded base64.
 */
@SimulatorComponent
final class ClientAssertions {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Registration registration;
    private final Addresses addresses;
    private final MovableClock clock;

    ClientAssertions(Registration registration, Addresses addresses, MovableClock clock) {
        this.registration = registration;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Returns when the assertion is right; an {@link EntraException} otherwise. */
    void check(String assertion) {
        try {
            SignedJWT token = SignedJWT.parse(assertion);
            verify(token);
            checkClaims(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException malformed) {
            throw TokenErrors.unknownCertificate("the assertion is malformed").exception();
        }
    }

    private void verify(SignedJWT token) throws JOSEException, ParseException {
        if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
            throw TokenErrors.unknownCertificate("the algorithm is not accepted")
                    .exception();
        }
        Map<String, Object> header = token.getHeader().toJSONObject();
        X509Certificate certificate = registration.certificates().stream()
                .filter(each -> isNamedBy(header, each))
                .findFirst()
                .orElseThrow(() ->
                        TokenErrors.unknownCertificate("the key was not found").exception());
        if (!token.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey()))) {
            throw TokenErrors.unknownCertificate("the signature is wrong").exception();
        }
        if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
            throw TokenErrors.unknownCertificate("the certificate has expired").exception();
        }
    }

    private static boolean isNamedBy(Map<String, Object> header, X509Certificate certificate) {
        return matches(header.get("x5t#S256"), "SHA-256", certificate)
                || matches(header.get("x5t"), "SHA-1", certificate);
    }

    private static boolean matches(@Nullable Object thumbprint, String algorithm, X509Certificate certificate) {
        if (!(thumbprint instanceof String text)) {
            return false;
        }
        try {
            byte[] named = Base64.getUrlDecoder()
                    .decode(text.replace('+', '-').replace('/', '_').replace("=", ""));
            byte[] actual = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
            return Arrays.equals(named, actual);
        } catch (IllegalArgumentException | NoSuchAlgorithmException | CertificateEncodingException malformed) {
            return false;
        }
    }

    private void checkClaims(JWTClaimsSet claims) {
        String app = SimulatedMicrosoft.CLIENT_ID;
        if (!app.equals(claims.getIssuer()) || !app.equals(claims.getSubject())) {
            throw EntraErrors.unknownApplication(claims.getIssuer(), "the assertion")
                    .exception();
        }
        if (claims.getAudience().stream().noneMatch(this::isTokenEndpoint)) {
            throw TokenErrors.assertionAudience().exception();
        }
        if (!isInTime(claims, clock.instant()) && !isInTime(claims, Instant.now())) {
            throw TokenErrors.assertionTimes().exception();
        }
        if (claims.getJWTID() == null || !seen.add(claims.getJWTID())) {
            throw TokenErrors.unknownCertificate("the assertion has been used before")
                    .exception();
        }
    }

    /** Asked of the simulated time and of the machine's, which is the only one that MSAL4J can know. */
    private static boolean isInTime(JWTClaimsSet claims, Instant now) {
        Date until = claims.getExpirationTime();
        Date from = claims.getNotBeforeTime();
        return until != null
                && now.isBefore(until.toInstant().plus(SKEW))
                && (from == null || !now.isBefore(from.toInstant().minus(SKEW)));
    }

    /** Any of the token endpoints will do: MSAL4J may name the one of another tenant than it posts to. */
    private boolean isTokenEndpoint(String audience) {
        return List.of(addresses.backChannel(), addresses.browser()).stream()
                .anyMatch(base -> audience.matches("\\Q" + base + "\\E/[^/]+/(oauth2/v2\\.0/token|v2\\.0)"));
    }
}

package io.patchbay.simulator.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Person;
import java.text.ParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The userinfo endpoint, which is Graph's (entra: userinfo.md): for a token of a person with the scope {@code openid}, and
 * for no application.
 */
@SimulatorController
final class UserInfoController {
    private final SigningKeys keys;
    private final Directory directory;
    private final MovableClock clock;

    UserInfoController(SigningKeys keys, Directory directory, MovableClock clock) {
        this.keys = keys;
        this.directory = directory;
        this.clock = clock;
    }

    @RequestMapping(
            path = "/graph/oidc/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Map<String, Object>> userInfo(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return verified(authorization)
                .flatMap(claims -> person(claims).map(person -> ResponseEntity.ok(describe(person, claims))))
                .orElseGet(UserInfoController::refused);
    }

    private Optional<JWTClaimsSet> verified(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(authorization.substring("Bearer ".length()));
            var key = keys.publicKey(String.valueOf(token.getHeader().getKeyID()));
            boolean signed = key.isPresent() && token.verify(new RSASSAVerifier(key.get()));
            JWTClaimsSet claims = token.getJWTClaimsSet();
            boolean current = claims.getExpirationTime() != null
                    && Date.from(clock.instant()).before(claims.getExpirationTime());
            return signed && current && scopes(claims).contains("openid") ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException malformed) {
            return Optional.empty();
        }
    }

    private static List<String> scopes(JWTClaimsSet claims) {
        return List.of(String.valueOf(claims.getClaim("scp")).split(" "));
    }

    private Optional<Person> person(JWTClaimsSet claims) {
        return directory.account(UUID.fromString(String.valueOf(claims.getClaim("oid"))));
    }

    private static Map<String, Object> describe(Person person, JWTClaimsSet claims) {
        String[] names = person.displayName().split(" ", 2);
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("sub", claims.getSubject());
        if (scopes(claims).contains("profile")) {
            info.put("name", person.displayName());
            info.put("given_name", names[0]);
            info.put("family_name", names[names.length - 1]);
            info.put("picture", "https://graph.microsoft.com/v1.0/me/photo/$value");
        }
        if (scopes(claims).contains("email")) {
            info.put("email", person.signInName());
        }
        return info;
    }

    private static ResponseEntity<Map<String, Object>> refused() {
        Map<String, Object> error = Map.of(
                "code", "InvalidAuthenticationToken", "message", "Access token is empty or is not one of a person.");
        return ResponseEntity.status(401)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .body(Map.of("error", error));
    }
}

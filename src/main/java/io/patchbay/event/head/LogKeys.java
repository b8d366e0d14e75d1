package io.patchbay.event.head;

import io.patchbay.event.log.EventProperties;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.tenancy.CompanyId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs heads, and reads what it or a former key signed. A signed head is a JSON Web Signature in compact form (RFC 7515) with
 * {@code EdDSA} (RFC 8037); the public parts are published as a JSON Web Key Set (RFC 7517).
 */
@Component
public class LogKeys {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST = 2_000;
    private static final int PARTS = 3;

    private final List<SigningKey> keys = new ArrayList<>();
    private final PortalProperties portal;
    private final JsonMapper json;

    LogKeys(EventProperties properties, PortalProperties portal, JsonMapper json) {
        this.keys.add(SigningKey.of(properties.signing()));
        properties.retiredKeys().forEach(point -> keys.add(SigningKey.retired(point)));
        this.portal = portal;
        this.json = json;
    }

    /**
     * A published key.
     *
     * @param id by which signed heads name it
     * @param x the public part
     */
    public record PublicKey(String id, String x, boolean retired) {}

    /** The keys, the one in use first. */
    public List<PublicKey> published() {
        return keys.stream()
                .map(key -> new PublicKey(key.id(), key.point(), key != keys.getFirst()))
                .toList();
    }

    /** The keys as a JSON Web Key Set. */
    public Map<String, Object> set() {
        return Map.of(
                "keys",
                published().stream()
                        .map(key -> Map.of(
                                "kty", "OKP", "crv", "Ed25519", "alg", "EdDSA", "use", "sig", "kid", key.id(), "x",
                                key.x()))
                        .toList());
    }

    /** The head, signed with the key in use. */
    public String sign(SignedHead head) {
        var key = keys.getFirst();
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "EdDSA");
        header.put("kid", key.id());
        var payload = new LinkedHashMap<String, Object>();
        payload.put("iss", portal.baseUrl().toString());
        payload.put("company", head.company().toString());
        payload.put("seq", head.seq());
        payload.put("hash", HexFormat.of().formatHex(head.digest()));
        payload.put("iat", head.at().getEpochSecond());
        var signed = BASE64.encodeToString(json.writeValueAsBytes(header)) + "."
                + BASE64.encodeToString(json.writeValueAsBytes(payload));
        return signed + "." + BASE64.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * A signature of content that is kept beside it: a JSON Web Signature with detached content (RFC 7515, appendix F).
     *
     * @param type what is signed, so that a signature of one thing never stands for another
     */
    public String signBeside(String type, byte[] content) {
        var key = keys.getFirst();
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "EdDSA");
        header.put("kid", key.id());
        header.put("typ", type);
        var encoded = BASE64.encodeToString(json.writeValueAsBytes(header));
        return encoded + ".." + BASE64.encodeToString(key.sign(signed(encoded, content)));
    }

    private static byte[] signed(String header, byte[] content) {
        return (header + "." + BASE64.encodeToString(content)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether {@link #signBeside} made it of that content; empty where it was made with a key that is not known here. */
    public Optional<Boolean> verifiesBeside(String type, byte[] content, String signature) {
        if (signature.length() > LONGEST) {
            return Optional.of(false);
        }
        var parts = signature.strip().split("\\.", -1);
        if (parts.length != PARTS || !parts[1].isEmpty()) {
            return Optional.of(false);
        }
        try {
            var header = part(parts[0]);
            var made = Base64.getUrlDecoder().decode(parts[2]);
            var id = header.path("kid").asString("");
            return keys.stream()
                    .filter(key -> key.id().equals(id))
                    .findFirst()
                    .map(key -> header.path("typ").asString("").equals(type)
                            && key.verifies(signed(parts[0], content), made));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.of(false);
        }
    }

    /** What was signed; empty where no key of this portal signed it. */
    public Optional<SignedHead> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = text.strip().split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            if (part(parts[0]).has("typ")) {
                return Optional.empty();
            }
            var id = part(parts[0]).path("kid").asString("");
            var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            return keys.stream()
                    .filter(key -> key.id().equals(id) && key.verifies(signed, signature))
                    .findFirst()
                    .map(key -> head(part(parts[1])));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private JsonNode part(String encoded) {
        return json.readTree(Base64.getUrlDecoder().decode(encoded));
    }

    private static SignedHead head(JsonNode payload) {
        return new SignedHead(
                new CompanyId(UUID.fromString(payload.path("company").asString())),
                payload.path("seq").asLong(),
                HexFormat.of().parseHex(payload.path("hash").asString()),
                Instant.ofEpochSecond(payload.path("iat").asLong()));
    }
}

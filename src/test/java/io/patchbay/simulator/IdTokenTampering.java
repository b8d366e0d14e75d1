package io.patchbay.simulator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shall be wrong with an ID token.
 *
 * @param kind in which way it is wrong
 * @param claim the claim that {@link Kind#SET} and {@link Kind#REMOVE} are about
 * @param value what {@link Kind#SET} sets
 */
public record IdTokenTampering(
        Kind kind, @Nullable String claim, @Nullable Object value) {

    /** The ways in which a token can be wrong. */
    public enum Kind {
        SET,
        REMOVE,
        EXPIRED,
        UNKNOWN_KEY,
        ALG_NONE,
        ALG_HS256
    }

    /** Another issuer than the tenant's. */
    public static IdTokenTampering issuer(String issuer) {
        return claim("iss", issuer);
    }

    /** Another {@code tid}, with the issuer left as it is. */
    public static IdTokenTampering tenant(UUID tenant) {
        return claim("tid", tenant.toString());
    }

    /** Another application's token. */
    public static IdTokenTampering audience(String audience) {
        return claim("aud", audience);
    }

    /** Another sign-in's nonce. */
    public static IdTokenTampering nonce(String nonce) {
        return claim("nonce", nonce);
    }

    /** Any claim with any value. */
    public static IdTokenTampering claim(String name, Object value) {
        return new IdTokenTampering(Kind.SET, name, value);
    }

    /** A claim left out. */
    public static IdTokenTampering without(String name) {
        return new IdTokenTampering(Kind.REMOVE, name, null);
    }

    /** No directory roles, as of a tenant that does not emit them or an administrator who has not activated his. */
    public static IdTokenTampering withoutWids() {
        return without("wids");
    }

    /** Expired an hour ago. */
    public static IdTokenTampering expired() {
        return new IdTokenTampering(Kind.EXPIRED, null, null);
    }

    /** Signed by a key that is in no key set, under an unknown key id. */
    public static IdTokenTampering unknownKey() {
        return new IdTokenTampering(Kind.UNKNOWN_KEY, null, null);
    }

    /** Not signed: {@code alg} none. */
    public static IdTokenTampering algorithmNone() {
        return new IdTokenTampering(Kind.ALG_NONE, null, null);
    }

    /** Signed by HMAC with the public key as the secret, the classic confusion of algorithms. */
    public static IdTokenTampering algorithmHs256() {
        return new IdTokenTampering(Kind.ALG_HS256, null, null);
    }
}

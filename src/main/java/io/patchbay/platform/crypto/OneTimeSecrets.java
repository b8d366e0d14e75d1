package io.patchbay.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Random values that somebody is given once and that are stored as a hash: tokens, state, nonce and PKCE. */
public final class OneTimeSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;

    private OneTimeSecrets() {}

    /** 256 random bits in 43 URL-safe characters, fit for a PKCE code verifier too (RFC 7636). */
    public static String random() {
        return URL_SAFE.encodeToString(bytes(BYTES));
    }

    /** Random bytes. */
    public static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The hash under which a value is stored; enough for random values, which cannot be guessed. */
    public static byte[] sha256(String value) {
        return Sha256.begin().digest(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The S256 code challenge of a verifier. */
    public static String s256(String verifier) {
        return URL_SAFE.encodeToString(sha256(verifier));
    }
}

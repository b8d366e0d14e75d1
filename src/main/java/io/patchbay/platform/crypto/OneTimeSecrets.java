package io.patchbay.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random values for state, nonce and PKCE, and their hashes. */
public final class OneTimeSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;

    private OneTimeSecrets() {}

    /** 256 random bits in 43 URL-safe characters, fit for a PKCE code verifier too (RFC 7636). */
    public static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return URL_SAFE.encodeToString(bytes);
    }

    /** The hash under which a value is stored. */
    public static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The S256 code challenge of a verifier. */
    public static String s256(String verifier) {
        return URL_SAFE.encodeToString(sha256(verifier));
    }
}

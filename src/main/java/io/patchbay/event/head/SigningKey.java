package io.patchbay.event.head;

import io.patchbay.platform.crypto.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An Ed25519 key with its identifier; without the private part where it is one that is no longer used. */
final class SigningKey {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int PUBLIC_BYTES = 32;

    private final @Nullable KeyPair pair;
    private final PublicKey key;
    private final String point;

    private SigningKey(@Nullable KeyPair pair, PublicKey key) {
        this.pair = pair;
        this.key = key;
        var encoded = key.getEncoded();
        this.point = BASE64.encodeToString(Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
    }

    /** The key that always comes of this secret. */
    static SigningKey of(String secret) {
        var seed =
                new SecretBox("patchbay.event.signing-secret", secret).sign("Ed25519".getBytes(StandardCharsets.UTF_8));
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            var pair = generator.generateKeyPair();
            return new SigningKey(pair, pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    /**
     * A key that is no longer used.
     *
     * @param point its {@code x} in the published set of keys
     * @throws IllegalArgumentException where that is no Ed25519 key
     */
    static SigningKey retired(String point) {
        try {
            var bytes = Base64.getUrlDecoder().decode(point);
            if (bytes.length != PUBLIC_BYTES) {
                throw new IllegalArgumentException("32 bytes are expected");
            }
            var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + PUBLIC_BYTES);
            System.arraycopy(bytes, 0, encoded, X509_PREFIX.length, PUBLIC_BYTES);
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new SigningKey(null, (EdECPublicKey) key);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Set patchbay.event.retired-keys to the x values of former keys; not one of them: " + point, e);
        }
    }

    /** The public part, base64url: {@code x} of the JSON Web Key (RFC 8037). */
    String point() {
        return point;
    }

    /** The thumbprint of the JSON Web Key (RFC 7638). */
    String id() {
        var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + point + "\"}";
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    byte[] sign(byte[] content) {
        if (pair == null) {
            throw new IllegalStateException("The key " + id() + " is no longer used");
        }
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] content, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The private part is the 32 bytes that the generator asks for (RFC 8032), of which it makes the public part. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seed(byte[] seed) {
            super(null, null);
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}

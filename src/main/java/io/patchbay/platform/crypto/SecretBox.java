package io.patchbay.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what must not be readable in the database, and signs, with keys derived from one configured secret: one key for each
 * purpose, so that none is used for two. AES-256-GCM and HMAC-SHA256; keys by HKDF-SHA256 (RFC 5869).
 */
public final class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String property;
    private final SecretKey encryption;
    private final byte[] signing;
    private final @Nullable SecretBox previous;

    /**
     * @param property name of the property that holds the secret; keys of the same secret under another name differ
     * @param secret at least 32 random characters
     */
    public SecretBox(String property, String secret) {
        this(property, secret, null);
    }

    /**
     * @param previous the secret before, under which things may still be encrypted or signed; null where there is none
     */
    public SecretBox(String property, String secret, @Nullable String previous) {
        this.previous = previous == null ? null : new SecretBox(property, previous);
        this.property = property;
        this.encryption = new SecretKeySpec(derive(property + " encryption", secret), "AES");
        this.signing = derive(property + " signing", secret);
    }

    private static byte[] derive(String purpose, String secret) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HKDF-SHA256", e);
        }
    }

    /** Encrypts for one owner; nothing else can be decrypted in its place, not even what is another owner's. */
    public byte[] encrypt(UUID owner, byte[] plain) {
        var nonce = OneTimeSecrets.bytes(NONCE_BYTES);
        try {
            var encrypted = crypt(Cipher.ENCRYPT_MODE, owner, nonce, plain);
            return ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /**
     * Decrypts what was encrypted for that owner.
     *
     * @throws IllegalStateException where it was encrypted for another owner, under another secret, or was changed since
     */
    public byte[] decrypt(UUID owner, byte[] encrypted) {
        if (previous != null && !isCurrent(owner, encrypted)) {
            return previous.decrypt(owner, encrypted);
        }
        try {
            return open(owner, encrypted);
        } catch (GeneralSecurityException e) {
            throw unreadable(owner, e);
        }
    }

    /** Whether it was encrypted for that owner under the secret of now, rather than the one before. */
    public boolean isCurrent(UUID owner, byte[] encrypted) {
        try {
            open(owner, encrypted);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Encrypts anew under the secret of now. */
    public byte[] renew(UUID owner, byte[] encrypted) {
        return encrypt(owner, decrypt(owner, encrypted));
    }

    /** Whether these bytes are this box's signature of that content, by the secret of now or the one before. */
    public boolean signed(byte[] content, byte[] signature) {
        return MessageDigest.isEqual(sign(content), signature)
                || (previous != null && previous.signed(content, signature));
    }

    /** What the secret before made of that content; empty where there is none. */
    public Optional<byte[]> previousSignature(byte[] content) {
        return Optional.ofNullable(previous).map(box -> box.sign(content));
    }

    private byte[] open(UUID owner, byte[] encrypted) throws GeneralSecurityException {
        var nonce = Arrays.copyOf(encrypted, NONCE_BYTES);
        return crypt(
                Cipher.DECRYPT_MODE,
                owner,
                nonce,
                Arrays.copyOfRange(encrypted, NONCE_BYTES, Math.max(NONCE_BYTES, encrypted.length)));
    }

    /** The 32 bytes by which this box knows that it signed that content; fit as a keyed hash, too. */
    public byte[] sign(byte[] content) {
        return Hmac.sha256(signing, content);
    }

    private IllegalStateException unreadable(UUID owner, GeneralSecurityException e) {
        return new IllegalStateException(
                "What is encrypted for %s cannot be read: was %s changed?".formatted(owner, property), e);
    }

    private byte[] crypt(int mode, UUID owner, byte[] nonce, byte[] bytes) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher.doFinal(bytes);
    }
}

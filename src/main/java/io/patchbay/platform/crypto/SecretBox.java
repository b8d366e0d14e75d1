package io.patchbay.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

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

    /**
     * @param property name of the property that holds the secret; keys of the same secret under another name differ
     * @param secret at least 32 random characters
     */
    public SecretBox(String property, String secret) {
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
        var encrypted = crypt(Cipher.ENCRYPT_MODE, owner, nonce, plain);
        return ByteBuffer.allocate(nonce.length + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /**
     * Decrypts what was encrypted for that owner.
     *
     * @throws IllegalStateException where it was encrypted for another owner, under another secret, or was changed since
     */
    public byte[] decrypt(UUID owner, byte[] encrypted) {
        var nonce = Arrays.copyOf(encrypted, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, owner, nonce, Arrays.copyOfRange(encrypted, NONCE_BYTES, encrypted.length));
    }

    /** The 32 bytes by which this box knows that it signed that content; fit as a keyed hash, too. */
    public byte[] sign(byte[] content) {
        return Hmac.sha256(signing, content);
    }

    private byte[] crypt(int mode, UUID owner, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "What is encrypted for %s cannot be read: was %s changed?".formatted(owner, property), e);
        }
    }
}

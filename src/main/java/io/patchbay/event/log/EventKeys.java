package io.patchbay.event.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The keys of the log, made from the one secret of its configuration: one seals entries, one encrypts what streaming needs. */
@Component
public class EventKeys {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey sealing;
    private final SecretKey encryption;

    EventKeys(EventProperties properties) throws GeneralSecurityException {
        this.sealing = derive(properties.secret(), "chain", MAC);
        this.encryption = derive(properties.secret(), "streaming", "AES");
    }

    private static SecretKey derive(String secret, String purpose, String algorithm) throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                .thenExpand(("patchbay event " + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    }

    public byte[] seal(byte[] content) {
        return sign(sealing, content);
    }

    public static byte[] sign(byte[] key, byte[] content) {
        return sign(new SecretKeySpec(key, MAC), content);
    }

    private static byte[] sign(SecretKey key, byte[] content) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no " + MAC, e);
        }
    }

    public static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Encrypts for one owner only. */
    public byte[] lock(UUID owner, byte[] plain) {
        var nonce = random(NONCE_BYTES);
        var locked = crypt(Cipher.ENCRYPT_MODE, owner, nonce, plain);
        return ByteBuffer.allocate(nonce.length + locked.length)
                .put(nonce)
                .put(locked)
                .array();
    }

    public byte[] open(UUID owner, byte[] locked) {
        var nonce = java.util.Arrays.copyOf(locked, NONCE_BYTES);
        return crypt(
                Cipher.DECRYPT_MODE, owner, nonce, java.util.Arrays.copyOfRange(locked, NONCE_BYTES, locked.length));
    }

    private byte[] crypt(int mode, UUID owner, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The streaming settings can't be decrypted. Set patchbay.event.key-secret back to its previous value.",
                    e);
        }
    }
}

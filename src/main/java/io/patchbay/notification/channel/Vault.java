package io.patchbay.notification.channel;

import io.patchbay.notification.delivery.NotificationProperties;
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

/** Encrypts what must not be read out of the database, each for one channel only, and signs links. */
@Component
public class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey encryption;
    private final SecretKey signing;

    Vault(NotificationProperties properties) throws GeneralSecurityException {
        this.encryption = derive(properties.secret(), "channels", "AES");
        this.signing = derive(properties.secret(), "links", MAC);
    }

    private static SecretKey derive(String secret, String purpose, String algorithm) throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                .thenExpand(("patchbay notification " + purpose).getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    }

    byte[] lock(UUID channel, byte[] plain) {
        var nonce = random(NONCE_BYTES);
        var locked = crypt(Cipher.ENCRYPT_MODE, channel, nonce, plain);
        return ByteBuffer.allocate(nonce.length + locked.length)
                .put(nonce)
                .put(locked)
                .array();
    }

    public byte[] open(UUID channel, byte[] locked) {
        var buffer = ByteBuffer.wrap(locked);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return crypt(Cipher.DECRYPT_MODE, channel, nonce, rest);
    }

    public byte[] sign(String text) {
        return sign(signing, text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] sign(SecretKey key, byte[] bytes) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no " + MAC, e);
        }
    }

    public static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, MAC);
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private byte[] crypt(int mode, UUID channel, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(channel.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A channel can't be decrypted. Set patchbay.notification.key-secret back to its previous value.",
                    e);
        }
    }
}

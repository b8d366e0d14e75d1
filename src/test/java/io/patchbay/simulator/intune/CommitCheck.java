package io.patchbay.simulator.intune;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Checks an uploaded content as Intune does: its code, its initialization vector, its sizes, and what it decrypts to. */
public final class CommitCheck {
    private static final int MAC_BYTES = 32;
    private static final int IV_BYTES = 16;

    private CommitCheck() {}

    public static boolean isGood(UploadedFile file, JsonNode info, Path clear) throws IOException {
        if (file.length() != file.sizeEncrypted || !"SHA256".equals(text(info, "fileDigestAlgorithm"))) {
            return false;
        }
        try {
            return authentic(file, info) && decrypts(file, info, clear);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean authentic(UploadedFile file, JsonNode info) throws IOException, GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(info, "macKey"), "HmacSHA256"));
        try (InputStream in = file.open()) {
            byte[] code = in.readNBytes(MAC_BYTES);
            byte[] iv = in.readNBytes(IV_BYTES);
            mac.update(iv);
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                mac.update(buffer, 0, read);
            }
            return Arrays.equals(code, mac.doFinal())
                    && Arrays.equals(code, bytes(info, "mac"))
                    && Arrays.equals(iv, bytes(info, "initializationVector"));
        }
    }

    private static boolean decrypts(UploadedFile file, JsonNode info, Path clear)
            throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(bytes(info, "encryptionKey"), "AES"),
                new IvParameterSpec(bytes(info, "initializationVector")));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = file.open()) {
            in.skipNBytes(MAC_BYTES + IV_BYTES);
            try (InputStream plain = new CipherInputStream(in, cipher);
                    var out = Files.newOutputStream(clear)) {
                byte[] buffer = new byte[65_536];
                for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                    digest.update(buffer, 0, read);
                    out.write(buffer, 0, read);
                }
            }
        }
        return Files.size(clear) == file.size && Arrays.equals(digest.digest(), bytes(info, "fileDigest"));
    }

    private static byte[] bytes(JsonNode info, String name) {
        return Base64.getDecoder().decode(text(info, name));
    }

    private static String text(JsonNode info, String name) {
        return info.path(name).asString("");
    }
}

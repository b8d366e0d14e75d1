package io.patchbay.microsoft.intune;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** MAC, initialization vector and ciphertext in one file; the MAC gets its place at the front when all is written. */
final class EncryptedFile implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAC_LENGTH = 32;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final RandomAccessFile file;
    private final byte[] key = random(32);
    private final byte[] macKey = random(32);
    private final byte[] iv = random(16);
    private final Mac mac;
    private final MessageDigest digest;
    private final Cipher cipher;
    private long size;

    EncryptedFile(Path path) throws IOException {
        this.path = path;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
            digest = MessageDigest.getInstance("SHA-256");
            cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(0);
            file.write(new byte[MAC_LENGTH]);
            file.write(iv);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        mac.update(iv);
    }

    /** Takes the clear bytes; close it before {@link #seal()}. */
    OutputStream clear() {
        OutputStream raw = new BufferedOutputStream(Channels.newOutputStream(file.getChannel()), BUFFER);
        OutputStream authenticated = new Observed(raw, mac::update);
        return new Observed(new CipherOutputStream(new Unclosed(authenticated), cipher), this::seen);
    }

    /**
     * Puts the MAC in front. A stream that closes forgets that its last bytes could not be written, so they are counted.
     *
     * @throws IOException if not all of it is in the file
     */
    PackedContent seal() throws IOException {
        var blocks = size / cipher.getBlockSize() + 1;
        if (file.length() != MAC_LENGTH + iv.length + blocks * cipher.getBlockSize()) {
            throw new IOException("Not all of %s could be written".formatted(path));
        }
        byte[] code = mac.doFinal();
        file.seek(0);
        file.write(code);
        return new PackedContent(path, size, file.length(), new EncryptionInfo(key, macKey, iv, code, digest.digest()));
    }

    /** Whether a file that was sealed is the one of these keys, and whole. */
    static boolean isOf(Path path, EncryptionInfo info) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            if (!MessageDigest.isEqual(in.readNBytes(MAC_LENGTH), info.mac())) {
                return false;
            }
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(info.macKey(), "HmacSHA256"));
            in.transferTo(new Observed(OutputStream.nullOutputStream(), mac::update));
            return MessageDigest.isEqual(mac.doFinal(), info.mac());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void seen(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        size += length;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private interface Observer {
        void saw(byte[] bytes, int offset, int length);
    }

    private static final class Observed extends FilterOutputStream {
        private final Observer observer;

        Observed(OutputStream out, Observer observer) {
            super(out);
            this.observer = observer;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            observer.saw(bytes, offset, length);
        }
    }

    /** Leaves the file open for its MAC. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

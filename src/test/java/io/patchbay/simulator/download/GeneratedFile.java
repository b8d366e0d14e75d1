package io.patchbay.simulator.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** A file whose size and bytes follow from its name, so that nothing has to be kept. */
public record GeneratedFile(String name) {

    private static final int SMALLEST = 40_000;
    private static final int SPREAD = 360_000;
    private static final int BLOCK = 8_192;

    /** How long it is. */
    public long size() {
        return SMALLEST + seed() % SPREAD;
    }

    /** Writes it. */
    public void writeTo(OutputStream out) throws IOException {
        write(out, size());
    }

    /** Writes as much as is asked for, which begins as the file does. */
    void write(OutputStream out, long size) throws IOException {
        var random = new SplittableRandom(seed());
        var block = new byte[BLOCK];
        for (long left = size; left > 0; left -= BLOCK) {
            random.nextBytes(block);
            out.write(block, 0, (int) Math.min(left, BLOCK));
        }
    }

    /** Its hash, in capitals as manifests write it. */
    public String sha256() {
        try (var digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            writeTo(digest);
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long seed() {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}

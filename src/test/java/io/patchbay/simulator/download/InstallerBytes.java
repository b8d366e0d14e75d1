package io.patchbay.simulator.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A file made up of its own name: the same bytes each time, and of any size without needing memory. */
record InstallerBytes(String path, long size) {
    private static final int LEAST = 40_000;
    private static final int SPREAD = 360_000;

    static InstallerBytes of(String path) {
        return new InstallerBytes(path, LEAST + Math.floorMod(path.hashCode(), SPREAD));
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] block = new byte[64 * 1024];
        new Random(path.hashCode()).nextBytes(block);
        long left = size;
        for (long number = 0; left > 0; number++) {
            ByteBuffer.wrap(block).putLong(number);
            int length = (int) Math.min(left, block.length);
            out.write(block, 0, length);
            left -= length;
        }
    }

    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

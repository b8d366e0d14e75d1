package io.patchbay.simulator.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file made up of its own name: the same bytes each time, and of any size without needing memory. What is called a zip file is
 * one, with an installer in a folder of it.
 */
record InstallerBytes(String path, long size) {
    private static final int LEAST = 40_000;
    private static final int SPREAD = 360_000;

    static InstallerBytes of(String path) {
        return isArchive(path) ? new InstallerBytes(path, archive(path).length) : plain(path);
    }

    private static InstallerBytes plain(String path) {
        return new InstallerBytes(path, LEAST + Math.floorMod(path.hashCode(), SPREAD));
    }

    private static boolean isArchive(String path) {
        return path.endsWith(".zip");
    }

    private static byte[] archive(String path) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("readme.txt", "Setup/64/setup.exe", "Setup/data.bin")) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                plain(path + "/" + name).writeTo(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    void writeTo(OutputStream out) throws IOException {
        if (isArchive(path)) {
            out.write(archive(path));
            return;
        }
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

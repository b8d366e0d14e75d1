package io.patchbay.portability.archive;

import io.patchbay.event.FileSignatures;
import io.patchbay.platform.crypto.Sha256;
import io.patchbay.portability.archive.Manifest.ManifestFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes an archive from the first file to the signature, without keeping any of it. */
public final class ArchiveWriter {

    private final ZipOutputStream zip;
    private final Instant at;
    private final List<ManifestFile> files = new ArrayList<>();

    /** Into a stream that it does not close. */
    public ArchiveWriter(OutputStream out, Instant at) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.at = at;
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public void add(String name, byte[] content) throws IOException {
        add(name, out -> out.write(content));
    }

    public void add(String name, Content content) throws IOException {
        begin(name);
        var counted = new Counted(zip);
        content.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        files.add(new ManifestFile(name, counted.size, Sha256.hex(counted.digest)));
    }

    /** Ends it with a manifest of what was written, and the signature of that. */
    public void finish(Manifest manifest, JsonMapper json, FileSignatures signatures) throws IOException {
        var written = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest.with(files));
        begin(Manifest.NAME);
        zip.write(written);
        zip.closeEntry();
        begin(Manifest.SIGNATURE);
        zip.write(signatures.sign(Manifest.FORMAT, written).getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
        zip.finish();
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(at));
        zip.putNextEntry(entry);
    }

    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest = Sha256.begin();
        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
        }
    }
}

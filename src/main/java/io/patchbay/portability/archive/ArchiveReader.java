package io.patchbay.portability.archive;

import io.patchbay.event.FileSignatures;
import io.patchbay.platform.crypto.Sha256;
import io.patchbay.portability.archive.Manifest.ManifestFile;
import io.patchbay.portability.archive.UnusableFileException.FileFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an archive, entry by entry, from memory to memory: no name in it becomes a path. It stops at its bounds, whatever the
 * archive would grow to, and believes nothing before the signature was checked.
 */
@Component
public class ArchiveReader {

    private static final int FILES_AT_MOST = 1_000;
    private static final int KEPT_AT_MOST = 48 * 1024 * 1024;
    private static final long READ_AT_MOST = 256L * 1024 * 1024;

    /** A manifest lists at most {@link #FILES_AT_MOST} files, each in about 200 bytes. */
    private static final int MANIFEST_AT_MOST = 1024 * 1024;

    private static final int SIGNATURE_AT_MOST = 4 * 1024;
    private static final int SHOWN_AT_MOST = 200;
    private static final int BUFFER = 1 << 16;

    /** What is only to be read by people, and may be long. */
    private static final String LINES = ".jsonl";

    private final JsonMapper json;
    private final FileSignatures signatures;

    ArchiveReader(JsonMapper json, FileSignatures signatures) {
        this.json = json;
        this.signatures = signatures;
    }

    private record Entry(byte[] kept, long size, String sha256) {}

    /**
     * Reads an archive.
     *
     * @throws UnusableFileException where it is not exactly as this installation wrote it
     */
    public ReadArchive read(byte[] archive) {
        var entries = entries(archive);
        var manifest = manifest(entries);
        entries.remove(Manifest.NAME);
        entries.remove(Manifest.SIGNATURE);
        for (var file : manifest.files()) {
            check(file, entries.get(file.name()));
        }
        var listed =
                new HashSet<>(manifest.files().stream().map(ManifestFile::name).toList());
        entries.keySet().stream()
                .filter(name -> !listed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnusableFileException(FileFault.ALTERED);
                });
        var files = new HashMap<String, byte[]>();
        entries.forEach((name, entry) -> {
            if (!name.endsWith(LINES)) {
                files.put(name, entry.kept());
            }
        });
        return new ReadArchive(manifest, files);
    }

    private static void check(ManifestFile listed, @Nullable Entry found) {
        if (found == null || found.size() != listed.size() || !found.sha256().equals(listed.sha256())) {
            throw new UnusableFileException(FileFault.DAMAGED, listed.name());
        }
    }

    private Manifest manifest(Map<String, Entry> entries) {
        var written = entries.get(Manifest.NAME);
        var signature = entries.get(Manifest.SIGNATURE);
        if (written == null || signature == null) {
            throw new UnusableFileException(FileFault.NOT_A_COPY);
        }
        var verdict = signatures.verdict(
                Manifest.FORMAT, written.kept(), new String(signature.kept(), StandardCharsets.US_ASCII));
        var promise = promised(written.kept());
        if (!promise.format.equals(Manifest.FORMAT)) {
            throw new UnusableFileException(FileFault.NOT_A_COPY);
        }
        if (promise.version > Manifest.VERSION) {
            throw new UnusableFileException(FileFault.NEWER, promise.product);
        }
        return switch (verdict) {
            case VALID -> json.readValue(written.kept(), Manifest.class);
            case WRONG -> throw new UnusableFileException(FileFault.ALTERED);
            case UNKNOWN_KEY -> throw new UnusableFileException(FileFault.OTHER_INSTALLATION, promise.portal);
        };
    }

    private static final class Promise {
        private String format = "";
        private int version;
        private String product = "?";
        private String portal = "?";
    }

    /**
     * What a manifest says of itself, whoever wrote it: only reasons to refuse it. Read without making anything of the rest, since
     * that may be a million empty lists.
     */
    private Promise promised(byte[] written) {
        var promise = new Promise();
        try (var parser = json.createParser(written)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "format" -> promise.format = said(parser);
                    case "version" -> promise.version = parser.getValueAsInt(0);
                    case "product" -> promise.product = said(parser);
                    case "portal" -> promise.portal = said(parser);
                    default -> {}
                }
                parser.skipChildren();
            }
            return promise;
        } catch (JacksonException e) {
            throw new UnusableFileException(FileFault.ALTERED);
        }
    }

    private static String said(JsonParser parser) {
        var text = parser.getValueAsString("?");
        return text.substring(0, Math.min(text.length(), SHOWN_AT_MOST));
    }

    private static Map<String, Entry> entries(byte[] archive) {
        var entries = new HashMap<String, Entry>();
        var bounds = new Bounds();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entries.size() >= FILES_AT_MOST) {
                    throw new UnusableFileException(FileFault.TOO_LARGE);
                }
                if (entries.put(entry.getName(), entry(zip, entry, bounds)) != null) {
                    throw new UnusableFileException(FileFault.ALTERED);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw entries.isEmpty()
                    ? new UnusableFileException(FileFault.NOT_A_COPY)
                    : new UnusableFileException(FileFault.DAMAGED, "ZIP");
        }
        if (entries.isEmpty()) {
            throw new UnusableFileException(FileFault.NOT_A_COPY);
        }
        return entries;
    }

    private static final class Bounds {
        private long read;
        private long kept;

        void count(int bytes, boolean keep) {
            read += bytes;
            kept += keep ? bytes : 0;
            if (read > READ_AT_MOST || kept > KEPT_AT_MOST) {
                throw new UnusableFileException(FileFault.TOO_LARGE);
            }
        }
    }

    private static Entry entry(InputStream in, ZipEntry entry, Bounds bounds) throws IOException {
        var atMost = switch (entry.getName()) {
            case Manifest.NAME -> MANIFEST_AT_MOST;
            case Manifest.SIGNATURE -> SIGNATURE_AT_MOST;
            default -> READ_AT_MOST;
        };
        var keep = !entry.getName().endsWith(LINES);
        var kept = new ByteArrayOutputStream();
        var digest = Sha256.begin();
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bounds.count(read, keep);
            digest.update(buffer, 0, read);
            size += read;
            if (size > atMost) {
                throw new UnusableFileException(FileFault.TOO_LARGE);
            }
            if (keep) {
                kept.write(buffer, 0, read);
            }
        }
        return new Entry(kept.toByteArray(), size, Sha256.hex(digest));
    }
}

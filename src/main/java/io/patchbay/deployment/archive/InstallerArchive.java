package io.patchbay.deployment.archive;

import io.patchbay.deployment.archive.UnusableArchiveException.ArchiveFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A ZIP archive with an installer in it, open until it is closed. */
public final class InstallerArchive implements Closeable {

    /** Larger than any archive of an installer, and few enough for Intune's own unpacking. */
    static final int MOST_FILES = 20_000;

    /** Installers are compressed already; what grows more than this is made to fill disks. */
    static final int GROWS_AT_MOST = 100;

    static final long SMALL = 256L * 1024 * 1024;

    /** What Windows wrote into archives before it knew Unicode. */
    private static final String OLD_NAMES = "IBM437";

    private final ZipFile zip;
    private final long most;
    private final List<ArchivedFile> files;
    private long read;

    /**
     * A file of it.
     *
     * @param path with slashes between the folders
     */
    public record ArchivedFile(String path, ZipEntry entry) {}

    private InstallerArchive(ZipFile zip, long most) throws IOException {
        this.zip = zip;
        this.most = most;
        this.files = listed();
    }

    /**
     * Opens an archive of which all names can be used and nothing is too large.
     *
     * @param atMost how many bytes may come out of it
     * @throws UnusableArchiveException where it is no such archive
     */
    public static InstallerArchive open(Path file, long atMost) throws IOException {
        var grown = Math.max(SMALL, GROWS_AT_MOST * Files.size(file));
        var zip = zip(file);
        try {
            return new InstallerArchive(zip, Math.min(atMost, grown));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            try {
                return new ZipFile(
                        file.toFile(),
                        Charset.isSupported(OLD_NAMES) ? Charset.forName(OLD_NAMES) : StandardCharsets.ISO_8859_1);
            } catch (ZipException again) {
                throw new UnusableArchiveException(ArchiveFault.UNREADABLE, String.valueOf(again.getMessage()));
            }
        }
    }

    private List<ArchivedFile> listed() throws IOException {
        if (zip.size() > MOST_FILES) {
            throw new UnusableArchiveException(ArchiveFault.TOO_MANY_FILES, String.valueOf(zip.size()));
        }
        var all = new ArrayList<ArchivedFile>();
        var names = new HashSet<String>();
        long size = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (!entry.getName().endsWith("/") && !entry.getName().endsWith("\\")) {
                var path = ArchivePaths.checked(entry.getName());
                if (!names.add(path.toLowerCase(Locale.ROOT))) {
                    throw new UnusableArchiveException(ArchiveFault.BAD_NAME, path);
                }
                size += Math.max(0, entry.getSize());
                all.add(new ArchivedFile(path, entry));
            }
        }
        check(size);
        return List.copyOf(all);
    }

    private void check(long size) throws UnusableArchiveException {
        if (size > most) {
            throw new UnusableArchiveException(ArchiveFault.TOO_LARGE, (most >> 20) + " MB");
        }
    }

    /** All its files. */
    public List<ArchivedFile> files() {
        return files;
    }

    /**
     * The file at that path, however the case is and whichever way slashes lean, as Windows finds it.
     *
     * @throws UnusableArchiveException where there is none
     */
    public ArchivedFile file(String path) throws UnusableArchiveException {
        var wanted = path.replace('\\', '/');
        return files.stream()
                .filter(one -> one.path().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new UnusableArchiveException(ArchiveFault.MISSING, path));
    }

    /** Its content, of which no more is read than the archive may become on the whole, whatever it says its size is. */
    public InputStream content(ArchivedFile file) throws IOException {
        try {
            return new CountedContent(zip.getInputStream(file.entry()), file.path(), this);
        } catch (ZipException e) {
            throw new UnusableArchiveException(ArchiveFault.UNREADABLE, file.path());
        }
    }

    void count(long bytes) throws UnusableArchiveException {
        read += bytes;
        check(read);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

package io.patchbay.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Folders of manifests, one for each version, and how to read them; only names and sizes are kept in memory. */
interface ManifestSource extends AutoCloseable {

    int FILES_AT_MOST = 2_000_000;

    /** The manifests of one version. */
    record Folder(String name, String fingerprint, List<String> files) {}

    /** All folders, by name. */
    List<Folder> folders() throws IOException;

    /** The texts of a folder's files. */
    List<String> read(Folder folder) throws IOException;

    @Override
    void close() throws IOException;

    static ManifestSource of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new OnDisk(path);
        }
        if (Files.isRegularFile(path)) {
            return new Zipped(new ZipFile(path.toFile()));
        }
        throw new IOException("There is neither a folder nor a zip file at " + path);
    }

    /** Groups files by their folder. */
    final class Grouping {

        private final Map<String, List<String>> names = new TreeMap<>();
        private final Map<String, Long> prints = new LinkedHashMap<>();
        private int files;

        void add(String name, long size, long mark) throws IOException {
            if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
                return;
            }
            if (++files > FILES_AT_MOST) {
                throw new IOException("There are more than " + FILES_AT_MOST + " files");
            }
            var end = name.lastIndexOf('/');
            var folder = end < 0 ? "" : name.substring(0, end);
            names.computeIfAbsent(folder, none -> new ArrayList<>()).add(name);
            prints.merge(folder, (name.hashCode() * 31L + size) * 1_000_003L + mark, Long::sum);
        }

        List<Folder> folders() {
            return names.entrySet().stream()
                    .map(each -> new Folder(
                            each.getKey(), Long.toHexString(prints.getOrDefault(each.getKey(), 0L)), each.getValue()))
                    .toList();
        }
    }

    /** A folder of the disk; links are not followed. */
    record OnDisk(Path root) implements ManifestSource {

        @Override
        public List<Folder> folders() throws IOException {
            var grouping = new Grouping();
            try (var all = Files.walk(root, 20, new FileVisitOption[0])) {
                for (var path : (Iterable<Path>) all::iterator) {
                    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        grouping.add(
                                root.relativize(path).toString().replace('\\', '/'),
                                Files.size(path),
                                Files.getLastModifiedTime(path).toMillis());
                    }
                }
            }
            return grouping.folders();
        }

        @Override
        public List<String> read(Folder folder) throws IOException {
            var texts = new ArrayList<String>();
            for (var file : folder.files()) {
                try (var in = Files.newInputStream(root.resolve(file))) {
                    texts.add(text(in));
                }
            }
            return texts;
        }

        @Override
        public void close() {}
    }

    /** A zip file. Nothing is unpacked to the disk, so that its names can do no harm. */
    record Zipped(ZipFile zip) implements ManifestSource {

        @Override
        public List<Folder> folders() throws IOException {
            var grouping = new Grouping();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                if (!entry.isDirectory()) {
                    grouping.add(entry.getName(), entry.getSize(), entry.getCrc());
                }
            }
            return grouping.folders();
        }

        @Override
        public List<String> read(Folder folder) throws IOException {
            var texts = new ArrayList<String>();
            for (var file : folder.files()) {
                try (var in = zip.getInputStream(zip.getEntry(file))) {
                    texts.add(text(in));
                }
            }
            return texts;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    private static String text(InputStream in) throws IOException {
        var bytes = in.readNBytes(Yaml.LONGEST + 1);
        if (bytes.length > Yaml.LONGEST) {
            throw new BrokenManifestException("A file is larger than " + Yaml.LONGEST / 1024 + " KB");
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}

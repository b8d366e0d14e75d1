package io.patchbay.catalog.source;

import io.patchbay.catalog.manifest.ManifestFile;
import io.patchbay.catalog.manifest.ManifestFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Manifests in a zip file. Nothing is unpacked: entries are read one at a time, each no further than a manifest may be long,
 * and their names are never used as paths.
 */
record ZipSource(Path file) implements ManifestSource {

    private static final int MOST_ENTRIES = 2_000_000;
    private static final Pattern INNER = Pattern.compile("([^/]+/)?manifests/.*");

    @Override
    public void each(Taker taker) throws SourceException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new SourceException("The zip file has more than " + MOST_ENTRIES + " entries");
            }
            for (var folder : folders(zip).entrySet()) {
                taker.take(folder(zip, folder.getKey(), folder.getValue()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SourceException("The zip file can't be read: " + e);
        }
    }

    private static TreeMap<String, List<ZipEntry>> folders(ZipFile zip) {
        var inner =
                zip.stream().anyMatch(entry -> INNER.matcher(entry.getName()).matches());
        var folders = new TreeMap<String, List<ZipEntry>>();
        zip.stream()
                .filter(entry -> wanted(entry, inner))
                .forEach(entry -> folders.computeIfAbsent(placeOf(entry.getName(), inner), place -> new ArrayList<>())
                        .add(entry));
        return folders;
    }

    private static boolean wanted(ZipEntry entry, boolean inner) {
        var name = entry.getName();
        return !entry.isDirectory()
                && name.length() <= LONGEST_PATH
                && ManifestFile.mayBe(name)
                && name.indexOf('\0') < 0
                && (!inner || INNER.matcher(name).matches());
    }

    /** The same manifests are at the same place whatever the archive's top folder is called. */
    private static String placeOf(String name, boolean inner) {
        var place = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        return inner
                ? place.substring(Math.min(place.length(), place.indexOf("manifests") + "manifests/".length()))
                : place;
    }

    private static ManifestFolder folder(ZipFile zip, String place, List<ZipEntry> entries) {
        return new ManifestFolder(
                place,
                entries.stream()
                        .map(entry -> new ManifestFile(
                                entry.getName().substring(entry.getName().lastIndexOf('/') + 1),
                                entry.getSize() + "|" + entry.getCrc(),
                                () -> zip.getInputStream(entry)))
                        .toList());
    }
}

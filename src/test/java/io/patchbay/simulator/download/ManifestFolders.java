package io.patchbay.simulator.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/** A folder of manifests as WinGet lays it out: manifests, first letter, parts of the identifier, version. */
record ManifestFolders(Path root, URI download) {

    static ManifestFolders temporary(URI download) {
        try {
            var root = Files.createTempDirectory("patchbay-manifests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            return new ManifestFolders(root, download);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(AppTemplate template, String version) {
        var folder = folder(template.app(), version);
        try {
            Files.createDirectories(folder);
            for (var manifest : template.manifests(version, download).entrySet()) {
                Files.writeString(folder.resolve(manifest.getKey()), manifest.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String app, String version) {
        delete(folder(app, version));
    }

    /** The folder as a zip file. */
    static void zip(Path root, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out);
                var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry("winget-pkgs-master/" + root.relativize(file)));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private Path folder(String app, String version) {
        return root.resolve("manifests")
                .resolve(app.substring(0, 1).toLowerCase(Locale.ROOT))
                .resolve(app.replace('.', '/'))
                .resolve(version);
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.patchbay.deployment.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where installers are packed, on the machine that packs them; what is missing there is made anew. */
@Component
class WorkFolder {

    private final Path folder;

    WorkFolder(DeploymentProperties properties) {
        this.folder = properties.work();
    }

    Path installer(UUID version) throws IOException {
        return file(version, "installer");
    }

    Path content(UUID version) throws IOException {
        return file(version, "content");
    }

    private Path file(UUID version, String kind) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(version + "." + kind);
    }

    void discardInstaller(UUID version) throws IOException {
        Files.deleteIfExists(installer(version));
    }

    void discard(UUID version) throws IOException {
        discardInstaller(version);
        Files.deleteIfExists(content(version));
    }

    /** Removes what is left of publishings that went on elsewhere. */
    void discardOlderThan(Instant before) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(folder, "*-*-*-*-*.{installer,content}")) {
            for (var file : files) {
                if (modified(file).isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Instant modified(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        }
    }
}

package io.patchbay.deployment.publishing;

import io.patchbay.deployment.model.PackedInstaller;
import io.patchbay.microsoft.intune.ContentPackager;
import io.patchbay.platform.crypto.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where installers are packed, on the machine that packs them. What lies there counts only where its digest is the wanted
 * one: an instance that went away and came back may find an older file of the same size.
 */
@Component
class WorkFolder {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final Duration UNTOUCHED_FOR = Duration.ofHours(1);
    private static final String INSTALLER = "installer";
    private static final String CONTENT = "content";

    private final Path folder;
    private final ContentPackager packager;

    /** Whose content this process has found whole, by the digest; only to read each file once. */
    private final Map<UUID, String> whole = new ConcurrentHashMap<>();

    /** Whose files this process worked with, and has not removed yet. */
    private final Set<UUID> own = ConcurrentHashMap.newKeySet();

    WorkFolder(DeploymentProperties properties, ContentPackager packager) {
        this.folder = properties.work();
        this.packager = packager;
    }

    Path installer(UUID version) throws IOException {
        return file(version, INSTALLER);
    }

    Path content(UUID version) throws IOException {
        return file(version, CONTENT);
    }

    private Path file(UUID version, String kind) throws IOException {
        Files.createDirectories(folder);
        own.add(version);
        return folder.resolve(version + "." + kind);
    }

    /** Whether the installer with that digest lies here. */
    boolean hasInstaller(UUID version, String sha256) throws IOException {
        var file = installer(version);
        return Files.exists(file) && sha256(file).equalsIgnoreCase(sha256);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), Sha256.begin())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        }
    }

    /** Whether the file lies here that belongs to this content and its key. */
    boolean hasContent(UUID version, PackedInstaller content) throws IOException {
        var file = content(version);
        if (!Files.exists(file) || Files.size(file) != content.sizeEncrypted()) {
            return false;
        }
        var digest = HexFormat.of().formatHex(content.encryption().mac());
        if (digest.equals(whole.get(version))) {
            return true;
        }
        if (!packager.isOf(file, content.encryption())) {
            return false;
        }
        whole.put(version, digest);
        return true;
    }

    void discardInstaller(UUID version) throws IOException {
        Files.deleteIfExists(installer(version));
    }

    /** Removes what lies here of a version; what cannot be removed now is later. */
    void discard(UUID version) {
        try {
            discardInstaller(version);
            Files.deleteIfExists(content(version));
            whole.remove(version);
            own.remove(version);
        } catch (IOException e) {
            LOG.warn("The files of {} stay in the work directory: {}", version, e.getMessage());
        }
    }

    /** The versions of which something lies here. */
    Set<UUID> versions() throws IOException {
        return versions(file -> true);
    }

    /**
     * Those that this process worked with, and those that nobody has touched for an hour: the directory may be that of
     * another installation too, whose files are none of this one's business as long as they are in use.
     */
    Set<UUID> abandoned() throws IOException {
        var probe = Files.createTempFile(Files.createDirectories(folder), "now", null);
        var before = Files.getLastModifiedTime(probe).toInstant().minus(UNTOUCHED_FOR);
        Files.delete(probe);
        return versions(file -> own.contains(version(file)) || modified(file).isBefore(before));
    }

    private Set<UUID> versions(Predicate<Path> wanted) throws IOException {
        Files.createDirectories(folder);
        var found = new HashSet<UUID>();
        try (var files = Files.newDirectoryStream(folder, "*-*-*-*-*.{" + INSTALLER + "," + CONTENT + "}")) {
            for (var file : files) {
                if (wanted.test(file)) {
                    found.add(version(file));
                }
            }
        }
        return found;
    }

    private static UUID version(Path file) {
        return UUID.fromString(file.getFileName().toString().replaceFirst("\\..*", ""));
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }
}

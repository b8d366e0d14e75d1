package io.patchbay.simulator.download;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatorComponent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Publishers that release versions: each is a manifest in {@link #folder()} whose installers can be fetched from here. Safe for
 * many threads.
 */
@SimulatorComponent
public final class Publishers {
    private int downloads;
    private final Addresses addresses;
    private final Map<String, String> templates = new TreeMap<>();
    private final Map<String, String> iconHashes = new HashMap<>();
    private final Map<String, InstallerBytes> installers = new HashMap<>();
    private final Map<InstallerBytes, String> installerHashes = new HashMap<>();
    private final Map<String, Set<String>> versions = new TreeMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, DownloadFault> faults = new HashMap<>();
    private final Path folder;
    private boolean written;

    Publishers(Addresses addresses) throws IOException {
        this.addresses = addresses;
        this.folder = Files.createTempDirectory("simulated-winget");
        folder.toFile().deleteOnExit();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:/winget/*.yaml")) {
            String name = String.valueOf(resource.getFilename());
            templates.put(
                    name.substring(0, name.length() - ".yaml".length()),
                    resource.getContentAsString(StandardCharsets.UTF_8));
        }
        begin();
    }

    private void begin() {
        versions.clear();
        templates.forEach((app, text) -> versions.put(
                app,
                new LinkedHashSet<>(List.of(text.lines()
                        .findFirst()
                        .orElseThrow()
                        .replace("# versions: ", "")
                        .split(" ")))));
    }

    /** As at the start; manifests are written anew when they are asked for. */
    public synchronized void reset() {
        downloads = 0;
        sizes.clear();
        faults.clear();
        begin();
        if (written) {
            versions.keySet().forEach(this::delete);
            written = false;
        }
    }

    /** The folder of manifests, as it is now. */
    public synchronized Path folder() {
        if (!written && addresses.backChannel().getPort() > 0) {
            written = true;
            versions.forEach((app, all) -> all.forEach(version -> write(app, version)));
        }
        return folder;
    }

    /** What is released, by application. */
    public synchronized Map<String, Set<String>> versions() {
        Map<String, Set<String>> all = new TreeMap<>();
        versions.forEach((app, some) -> all.put(app, Set.copyOf(some)));
        return all;
    }

    /** A publisher releases a version. */
    public synchronized void release(String app, String version) {
        folder();
        versions.get(app).add(version);
        write(app, version);
    }

    /** A publisher takes a version back. */
    public synchronized void withdraw(String app, String version) {
        folder();
        versions.get(app).remove(version);
        try {
            Files.deleteIfExists(file(app, version));
            Files.deleteIfExists(file(app, version).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A manifest is written that nobody can read. */
    public synchronized void spoil(String app, String version) {
        folder();
        put(file(app, version), "PackageIdentifier: [" + app);
    }

    /** All installers of an application are so large from now on; its manifests say so. */
    public synchronized void size(String app, long bytes) {
        sizes.put(app, bytes);
        folder();
        versions.get(app).forEach(version -> write(app, version));
    }

    /** Downloads of an application go wrong from now on. */
    public synchronized void fail(String app, DownloadFault fault) {
        faults.put(app, fault);
    }

    synchronized DownloadFault fault(String app) {
        return faults.getOrDefault(app, DownloadFault.NONE);
    }

    synchronized InstallerBytes file(String path) {
        String decoded = URLDecoder.decode(path, StandardCharsets.UTF_8);
        Long size = sizes.get(decoded.split("/")[0]);
        return size == null
                ? installers.computeIfAbsent(decoded, InstallerBytes::of)
                : new InstallerBytes(decoded, size);
    }

    /** The bytes that a download from there gives. */
    public byte[] bytes(String path) {
        var out = new ByteArrayOutputStream();
        try {
            file(path).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Path file(String app, String version) {
        return folder.resolve(app).resolve(version).resolve(app + ".yaml");
    }

    private void delete(String app) {
        try {
            FileSystemUtils.deleteRecursively(folder.resolve(app));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String app, String version) {
        StringBuilder text = new StringBuilder();
        String product = "{" + UUID.nameUUIDFromBytes((app + version).getBytes(StandardCharsets.UTF_8)) + "}";
        String base = addresses.backChannel() + "/download/";
        String last = "";
        for (String line :
                templates.get(app).replace("{version}", version).lines().toList()) {
            if (line.contains("{download}/")) {
                last = line.substring(line.indexOf("{download}/") + "{download}/".length(), line.lastIndexOf('\''));
            }
            text.append(line.replace("{download}/", base)
                            .replace("{sha256}", line.contains("{sha256}") ? hash(file(last)) : "")
                            .replace("{icon}", base + "icons/" + app + ".png")
                            .replace(
                                    "{iconSha256}",
                                    iconHashes.computeIfAbsent(app, name -> sha256(DrawnIcon.png(name))))
                            .replace("{productCode}", product.toUpperCase(Locale.ROOT)))
                    .append('\n');
        }
        put(file(app, version), text.toString());
    }

    /** It costs more than all else that is written, and the same files are released before each test. */
    private String hash(InstallerBytes installer) {
        return installerHashes.computeIfAbsent(installer, InstallerBytes::sha256);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void served() {
        downloads++;
    }

    /** How many installers were asked for. */
    public synchronized int downloads() {
        return downloads;
    }
}

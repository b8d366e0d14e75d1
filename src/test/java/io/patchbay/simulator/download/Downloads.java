package io.patchbay.simulator.download;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatorComponent;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The applications of the download host, their versions, and how their downloads go. Safe for many threads. */
@SimulatorComponent
public final class Downloads {

    /** How large a file is that is too large, unless it is said otherwise. */
    public static final long TWO_GIB = 2L << 30;

    private final Addresses addresses;
    private final Map<String, AppTemplate> templates = new LinkedHashMap<>();
    private final Map<String, List<String>> versions = new ConcurrentHashMap<>();
    private final Map<String, Failing> failing = new ConcurrentHashMap<>();
    private @Nullable ManifestFolders folders;

    /** How the downloads of an application fail. */
    record Failing(DownloadFault fault, long size) {}

    Downloads(Addresses addresses) {
        this.addresses = addresses;
        AppTemplate.all().forEach(template -> templates.put(template.app(), template));
        begin();
    }

    private void begin() {
        templates.forEach((app, template) -> versions.put(app, new ArrayList<>(template.versions())));
    }

    /** The applications, by their WinGet identifiers. */
    public List<String> apps() {
        return List.copyOf(templates.keySet());
    }

    /** The versions of an application that are published now. */
    public synchronized List<String> versions(String app) {
        return List.copyOf(versions.getOrDefault(app, List.of()));
    }

    /** Publishes a version, with manifests and files. */
    public synchronized void release(String app, String version) {
        var template = template(app);
        if (!version.matches("[A-Za-z0-9][A-Za-z0-9.+-]{0,40}")) {
            throw new IllegalArgumentException("Not a version: " + version);
        }
        var published = versions.getOrDefault(app, List.of());
        if (!published.contains(version)) {
            var more = new ArrayList<>(published);
            more.addFirst(version);
            versions.put(app, more);
            folders().write(template, version);
        }
    }

    /** Takes the manifests of a version away; its files are gone too. */
    public synchronized void withdraw(String app, String version) {
        template(app);
        var left = new ArrayList<>(versions.getOrDefault(app, List.of()));
        if (left.remove(version)) {
            versions.put(app, left);
            folders().delete(app, version);
        }
    }

    /** Makes all downloads of an application fail like that from now on, or work again. */
    public void fail(String app, DownloadFault fault) {
        fail(app, fault, TWO_GIB);
    }

    /** Makes all files of an application as large as that, and their bytes others than the manifest promises. */
    public void tooLarge(String app, long size) {
        fail(app, DownloadFault.TOO_LARGE, size);
    }

    private void fail(String app, DownloadFault fault, long size) {
        template(app);
        failing.put(app, new Failing(fault, size));
    }

    Failing failing(String app) {
        return failing.getOrDefault(app, new Failing(DownloadFault.NONE, 0));
    }

    /** How the downloads of an application go now. */
    public DownloadFault fault(String app) {
        return failing(app).fault();
    }

    /** The folder with the manifests of everything that is published; written when first asked for. */
    public synchronized Path folder() {
        return folders().root();
    }

    /** The address that the files are under. */
    public URI address() {
        return URI.create(addresses.backChannel() + "/download");
    }

    /** The first applications and versions again, and downloads that work. */
    public synchronized void reset() {
        failing.clear();
        templates.forEach((app, template) -> {
            var now = versions(app);
            now.stream()
                    .filter(version -> !template.versions().contains(version))
                    .forEach(version -> withdraw(app, version));
            template.versions().stream()
                    .filter(version -> !now.contains(version))
                    .forEach(version -> release(app, version));
        });
        begin();
    }

    private ManifestFolders folders() {
        var made = folders;
        if (made == null) {
            made = ManifestFolders.temporary(address());
            for (var template : templates.values()) {
                for (var version : versions(template.app())) {
                    made.write(template, version);
                }
            }
            folders = made;
        }
        return made;
    }

    private AppTemplate template(String app) {
        var template = templates.get(app);
        if (template == null) {
            throw new IllegalArgumentException("No such application: " + app);
        }
        return template;
    }
}

package io.patchbay.catalog.manifest;

import io.patchbay.catalog.AppId;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the manifests of a folder: singletons, or versions whose parts are in several files. */
public final class ManifestReader {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VERSION = 128;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_LICENSE = 512;
    private static final int LONGEST_URL = 2_048;
    private static final int LONGEST_WORD = 64;
    private static final String BAD_VERSION = ".*[\\\\/:*?\"<>|].*";

    private ManifestReader() {}

    /** What makes one version. */
    private record Key(AppId app, String version) {}

    /** The files of a version by what they are. */
    private static final class Parts {
        private final String firstFile;
        private final Map<String, ManifestNode> byType = new LinkedHashMap<>();

        Parts(String firstFile) {
            this.firstFile = firstFile;
        }
    }

    public static FolderReading read(ManifestFolder folder) {
        var problems = new ArrayList<FolderReading.ReadingProblem>();
        if (folder.files().size() > ManifestFolder.MOST_FILES) {
            problems.add(new FolderReading.ReadingProblem(
                    "*", "The folder has more than " + ManifestFolder.MOST_FILES + " files"));
            return new FolderReading(folder.place(), folder.fingerprint(), List.of(), problems);
        }
        var versions = new LinkedHashMap<Key, Parts>();
        for (var file : folder.files()) {
            try {
                sort(file, versions);
            } catch (BadManifestException e) {
                problems.add(new FolderReading.ReadingProblem(file.name(), e.why()));
            } catch (IOException e) {
                problems.add(
                        new FolderReading.ReadingProblem(file.name(), "The file can't be read: " + e.getMessage()));
            }
        }
        var releases = new ArrayList<ParsedRelease>();
        versions.forEach((key, parts) -> {
            try {
                releases.add(release(key, parts.byType));
            } catch (BadManifestException e) {
                problems.add(new FolderReading.ReadingProblem(parts.firstFile, e.why()));
            }
        });
        return new FolderReading(folder.place(), folder.fingerprint(), releases, problems);
    }

    private static void sort(ManifestFile file, Map<Key, Parts> versions) throws IOException, BadManifestException {
        var fields = ManifestYaml.read(file.read());
        var format = fields.required("ManifestVersion", LONGEST_WORD);
        if (!format.startsWith("1.")) {
            throw new BadManifestException("ManifestVersion must be 1.x, but is " + format);
        }
        var id = fields.required("PackageIdentifier", LONGEST_NAME);
        var app = AppId.parse(id).orElseThrow(() -> new BadManifestException("PackageIdentifier isn't valid: " + id));
        var version = fields.required("PackageVersion", LONGEST_VERSION);
        if (version.matches(BAD_VERSION)) {
            throw new BadManifestException("PackageVersion isn't valid: " + version);
        }
        var type = fields.required("ManifestType", LONGEST_WORD);
        if (versions.computeIfAbsent(new Key(app, version), key -> new Parts(file.name()))
                                .byType
                                .putIfAbsent(type, fields)
                        != null
                && !"locale".equals(type)) {
            throw new BadManifestException("Duplicate file of type " + type + " for this version");
        }
    }

    private static ParsedRelease release(Key key, Map<String, ManifestNode> parts) throws BadManifestException {
        var singleton = parts.get("singleton");
        var locale = singleton == null ? part(parts, "defaultLocale") : singleton;
        var installer = singleton == null ? part(parts, "installer") : singleton;
        if (singleton == null) {
            part(parts, "version");
        }
        var summary = locale.required("ShortDescription", LONGEST_DESCRIPTION);
        var description = locale.text("Description", LONGEST_DESCRIPTION);
        return new ParsedRelease(
                key.app(),
                key.version(),
                locale.required("PackageName", LONGEST_NAME),
                locale.required("Publisher", LONGEST_NAME),
                summary,
                description == null ? summary : description,
                homepage(locale),
                page(locale.text("ReleaseNotesUrl", LONGEST_URL)),
                locale.text("License", LONGEST_LICENSE),
                releasedOn(installer),
                IconAddress.of(locale),
                InstallerFields.language(locale, "PackageLocale"),
                InstallerFields.of(installer, key.app()));
    }

    private static ManifestNode part(Map<String, ManifestNode> parts, String type) throws BadManifestException {
        var part = parts.get(type);
        if (part == null) {
            throw new BadManifestException("The file of type " + type + " is missing");
        }
        return part;
    }

    private static @Nullable String homepage(ManifestNode locale) throws BadManifestException {
        var written = locale.text("PackageUrl", LONGEST_URL);
        return page(written == null ? locale.text("PublisherUrl", LONGEST_URL) : written);
    }

    /** Nothing but a web page is offered as a link. */
    private static @Nullable String page(@Nullable String page) {
        return page == null
                ? null
                : WebAddress.of(page)
                        .filter(url -> url.getHost() != null)
                        .filter(url ->
                                "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                        .map(URI::toString)
                        .orElse(null);
    }

    private static @Nullable LocalDate releasedOn(ManifestNode installer) throws BadManifestException {
        var date = installer.text("ReleaseDate", LONGEST_WORD);
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

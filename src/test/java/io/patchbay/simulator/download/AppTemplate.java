package io.patchbay.simulator.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The manifests of an application for whatever version.
 *
 * @param versions those it begins with, newest first
 * @param text of all its manifests, with a line {@code ---} between two
 */
record AppTemplate(String app, List<String> versions, String text) {

    private static final String FIRST_LINE = "# Versions: ";
    private static final Pattern TYPE = Pattern.compile("ManifestType: (\\w+)");
    private static final Pattern FILE = Pattern.compile(
            "'\\{download}/([^']+)'(\\s+InstallerSha256: )'\\{sha256}'(\\s+ProductCode: '\\{product}')?");

    static List<AppTemplate> all() {
        return resource("apps.txt").lines().map(AppTemplate::named).toList();
    }

    private static AppTemplate named(String app) {
        var whole = resource(app + ".yaml");
        var end = whole.indexOf('\n');
        return new AppTemplate(
                app, List.of(whole.substring(FIRST_LINE.length(), end).split(" ")), whole.substring(end + 1));
    }

    /** The manifests of a version by their file names; download is the address that its files are under. */
    Map<String, String> manifests(String version, URI download) {
        return Arrays.stream(filled(version, download).split("(?m)^---\n"))
                .collect(Collectors.toMap(this::fileName, text -> text, (a, b) -> a, LinkedHashMap::new));
    }

    /** Where its files are on the host. */
    static String path(String app, String version, String file) {
        return app + "/" + version + "/" + URLDecoder.decode(file.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private String filled(String version, URI download) {
        return FILE.matcher(text.replace("{version}", version)).replaceAll(found -> {
            var file = found.group(1);
            var hash = new GeneratedFile(path(app, version, file)).sha256();
            var product = found.group(3) == null
                    ? ""
                    : found.group(3).replace("{product}", "{" + productCode(version, file) + "}");
            var url = "'" + download + "/" + app + "/" + version + "/" + file + "'";
            return Matcher.quoteReplacement(url + found.group(2) + "'" + hash + "'" + product);
        });
    }

    private String productCode(String version, String file) {
        var name = (app + version + file).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT);
    }

    private String fileName(String manifest) {
        var type = TYPE.matcher(manifest);
        if (!type.find()) {
            throw new IllegalStateException("A manifest of " + app + " has no type");
        }
        return switch (type.group(1)) {
            case "installer" -> app + ".installer.yaml";
            case "defaultLocale" -> app + ".locale.en-US.yaml";
            default -> app + ".yaml";
        };
    }

    private static String resource(String name) {
        try (var in = AppTemplate.class.getResourceAsStream("/simulator/catalog/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.patchbay.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the WinGet manifests of one version: one singleton, or a version, an installer and a locale manifest.
 *
 * @see <a href="https://github.com/microsoft/winget-pkgs/tree/master/doc/manifest">The manifests' schema</a>
 */
final class ManifestReader {

    private static final int LONGEST_TEXT = 4000;
    private static final int INSTALLERS_AT_MOST = 200;

    private ManifestReader() {}

    /**
     * Reads them.
     *
     * @throws BrokenManifestException where something is missing or wrong
     */
    static Manifest read(List<String> documents) {
        var all = documents.stream().map(Yaml::parse).toList();
        var first = all.getFirst();
        var app = appId(first.required("PackageIdentifier"));
        var version = first.required("PackageVersion");
        if (version.length() > 128) {
            throw new BrokenManifestException("PackageVersion is too long");
        }
        for (var one : all) {
            if (!app.value().equals(one.text("PackageIdentifier")) || !version.equals(one.text("PackageVersion"))) {
                throw new BrokenManifestException("Its files speak of different versions");
            }
        }
        return new Manifest(app, version, contents(locale(all), installer(all)));
    }

    private static AppId appId(String text) {
        try {
            return new AppId(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenManifestException("PackageIdentifier is not one");
        }
    }

    private static Yaml installer(List<Yaml> all) {
        return ofType(all, "installer", "singleton");
    }

    private static Yaml locale(List<Yaml> all) {
        return ofType(all, "defaultLocale", "singleton");
    }

    private static Yaml ofType(List<Yaml> all, String... types) {
        return all.stream()
                .filter(one -> List.of(types).contains(one.text("ManifestType")))
                .findFirst()
                .orElseThrow(() -> new BrokenManifestException("The " + types[0] + " manifest is missing"));
    }

    private static Contents contents(Yaml locale, Yaml root) {
        var installers = root.maps("Installers");
        if (installers.isEmpty() || installers.size() > INSTALLERS_AT_MOST) {
            throw new BrokenManifestException("It has no installers, or too many");
        }
        return new Contents(
                cut(locale.required("PackageName"), 200),
                cut(locale.required("Publisher"), 200),
                cut(locale.required("ShortDescription"), 500),
                cut(Objects.requireNonNullElse(locale.text("Description"), ""), LONGEST_TEXT),
                https(Stream.of("PackageUrl", "PublisherUrl")
                        .map(locale::text)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)),
                locale.text("License"),
                tags(locale),
                installers.stream()
                        .map(one -> installer(new Inherited(one, root)))
                        .toList());
    }

    private static List<String> tags(Yaml locale) {
        return Stream.concat(Stream.ofNullable(locale.text("Moniker")), locale.texts("Tags").stream())
                .map(tag -> cut(tag, 40))
                .limit(20)
                .toList();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** Pages are shown as links, so only what is one. */
    private static @Nullable String https(@Nullable String url) {
        return url != null && url.matches("https?://[^\\s\"'<>]{3,500}") ? url : null;
    }

    /** What an installer does not say itself, the root of its manifest says for all. */
    private record Inherited(Yaml own, Yaml root) {

        @Nullable
        String text(String key) {
            var text = own.text(key);
            return text == null ? root.text(key) : text;
        }

        Yaml map(String key) {
            return own.has(key) ? own.map(key) : root.map(key);
        }

        List<Yaml> maps(String key) {
            return own.has(key) ? own.maps(key) : root.maps(key);
        }

        List<String> texts(String key) {
            return own.has(key) ? own.texts(key) : root.texts(key);
        }
    }

    private static Installer installer(Inherited from) {
        var url = url(from.text("InstallerUrl"));
        var type = oneOf(InstallerType.class, from.text("InstallerType"), "InstallerType");
        var listed = from.maps("AppsAndFeaturesEntries").stream().findFirst().orElse(new Yaml(java.util.Map.of()));
        return new Installer(
                oneOf(Architecture.class, from.text("Architecture"), "Architecture"),
                type,
                scope(from.text("Scope")),
                url,
                sha256(from.text("InstallerSha256")),
                switches(from.map("InstallerSwitches"), type),
                first(from.text("ProductCode"), listed.text("ProductCode")),
                listed.text("UpgradeCode"),
                listed.text("DisplayName"),
                listed.text("DisplayVersion"),
                codes(from.texts("InstallerSuccessCodes")),
                fileName(url, type));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static URI url(@Nullable String text) {
        try {
            var url = new URI(Objects.requireNonNullElse(text, ""));
            if ("https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new BrokenManifestException("InstallerUrl is no address");
        }
        throw new BrokenManifestException("InstallerUrl does not begin with https");
    }

    private static String sha256(@Nullable String text) {
        if (text == null || !text.matches("[0-9a-fA-F]{64}")) {
            throw new BrokenManifestException("InstallerSha256 is missing or is none");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, @Nullable String text, String key) {
        try {
            return Enum.valueOf(type, Objects.requireNonNullElse(text, "").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BrokenManifestException(key + " is missing or not known");
        }
    }

    private static @Nullable InstallScope scope(@Nullable String text) {
        return text == null ? null : oneOf(InstallScope.class, text, "Scope");
    }

    private static @Nullable String switches(Yaml named, InstallerType type) {
        var silent = named.text("Silent");
        var usual = switch (type) {
            case MSI, WIX -> "/quiet /norestart";
            case BURN -> "/quiet /norestart";
            case INNO -> "/SP- /VERYSILENT /SUPPRESSMSGBOXES /NORESTART";
            case NULLSOFT -> "/S";
            case EXE, MSIX, APPX, ZIP, PORTABLE, FONT, PWA -> null;
        };
        var chosen = silent == null ? usual : silent;
        var custom = named.text("Custom");
        return chosen == null || custom == null ? chosen : chosen + " " + custom;
    }

    private static Set<Integer> codes(List<String> texts) {
        return texts.stream()
                .filter(text -> text.matches("-?\\d{1,10}"))
                .map(text -> (int) Long.parseLong(text))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String fileName(URI url, InstallerType type) {
        var path = Objects.requireNonNullElse(url.getPath(), "");
        var last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}._+ -]", "_");
        var plain = last.isBlank() || last.startsWith(".") ? "setup" : cut(last, 120);
        var ending = type == InstallerType.MSI || type == InstallerType.WIX ? ".msi" : ".exe";
        return plain.matches(".*\\.[A-Za-z0-9]{2,10}") ? plain : plain + ending;
    }
}

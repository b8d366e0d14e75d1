package io.patchbay.catalog.manifest;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a manifest says that an icon is.
 *
 * @param sha256 its hash in lower-case hexadecimal, where the manifest has it
 * @see <a href="https://github.com/microsoft/winget-cli/blob/master/schemas/JSON/manifests/v1.10.0/manifest.defaultLocale.1.10.0.json">
 *     Icons in the schema of manifests</a>
 */
public record IconAddress(URI url, @Nullable String sha256) {

    private static final int MOST_ICONS = 1_024;
    private static final int LONGEST_URL = 2_048;
    private static final int LONGEST_WORD = 64;
    private static final Set<String> DRAWABLE = Set.of("png", "jpeg");
    private static final List<String> THEMES = List.of("highcontrast", "dark", "light", "default");

    /** The largest of those that can be drawn, for either theme where there is one; an icon is worth no problem. */
    static @Nullable IconAddress of(ManifestNode locale) throws BadManifestException {
        return locale.each("Icons", MOST_ICONS).stream()
                .map(IconAddress::candidate)
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Candidate::theme).thenComparingInt(Candidate::width))
                .map(Candidate::address)
                .orElse(null);
    }

    private record Candidate(IconAddress address, int theme, int width) {}

    private static Optional<Candidate> candidate(ManifestNode icon) {
        try {
            var url = WebAddress.of(icon.required("IconUrl", LONGEST_URL))
                    .filter(one -> "https".equalsIgnoreCase(one.getScheme()) && one.getHost() != null);
            if (url.isEmpty() || !DRAWABLE.contains(word(icon, "IconFileType"))) {
                return Optional.empty();
            }
            var hash = word(icon, "IconSha256");
            var theme = word(icon, "IconTheme");
            var address = new IconAddress(url.get(), hash.matches("[0-9a-f]{64}") ? hash : null);
            return Optional.of(new Candidate(
                    address, THEMES.indexOf(theme.isEmpty() ? "default" : theme), width(word(icon, "IconResolution"))));
        } catch (BadManifestException e) {
            return Optional.empty();
        }
    }

    private static String word(ManifestNode icon, String field) throws BadManifestException {
        var text = icon.text(field, LONGEST_WORD);
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static int width(String resolution) {
        return resolution.matches("\\d{1,4}x\\d{1,4}")
                ? Integer.parseInt(resolution.split("x", 2)[0])
                : 0;
    }
}

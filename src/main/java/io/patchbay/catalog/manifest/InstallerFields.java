package io.patchbay.catalog.manifest;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.InstallerType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The installers of a manifest, each with what it inherits from the level above. */
final class InstallerFields {

    private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final String SWITCHES = "InstallerSwitches";
    private static final String ENTRIES = "AppsAndFeaturesEntries";
    private static final int MOST_INSTALLERS = 256;
    private static final int MOST_ENTRIES = 128;
    private static final int MOST_CODES = 16;
    private static final int LONGEST_URL = 2_048;
    private static final int LONGEST_SWITCHES = 2_048;
    private static final int LONGEST_CODE = 255;
    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_WORD = 64;

    private InstallerFields() {}

    static List<Installer> of(ManifestNode manifest, AppId app) throws BadManifestException {
        var own = manifest.each("Installers", MOST_INSTALLERS);
        if (own.isEmpty()) {
            throw new BadManifestException("Installers are missing");
        }
        var installers = new ArrayList<Installer>();
        for (var fields : own) {
            var switches = manifest.inner(SWITCHES).under(fields.inner(SWITCHES));
            installers.add(installer(manifest.under(fields).with(SWITCHES, switches.all()), app));
        }
        return installers;
    }

    private static Installer installer(ManifestNode fields, AppId app) throws BadManifestException {
        var type = oneOf(InstallerType.class, fields, "InstallerType");
        var url = url(fields.required("InstallerUrl", LONGEST_URL));
        var entries = fields.each(ENTRIES, MOST_ENTRIES);
        var entry = entries.isEmpty() ? ManifestNode.NONE : entries.getFirst();
        var code = fields.text("ProductCode", LONGEST_CODE);
        return new Installer(
                oneOf(Architecture.class, fields, "Architecture"),
                type,
                fields.has("Scope") ? oneOf(InstallScope.class, fields, "Scope") : null,
                url,
                sha256(fields.required("InstallerSha256", LONGEST_WORD)),
                switches(fields.inner(SWITCHES), type),
                code == null ? entry.text("ProductCode", LONGEST_CODE) : code,
                entry.text("UpgradeCode", LONGEST_CODE),
                entry.text("DisplayName", LONGEST_NAME),
                entry.text("Publisher", LONGEST_NAME),
                entry.text("DisplayVersion", LONGEST_CODE),
                successCodes(fields),
                InstallerFileName.of(url, app, type));
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, ManifestNode fields, String field)
            throws BadManifestException {
        var word = fields.required(field, LONGEST_WORD);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadManifestException(field + " has an unknown value: " + word));
    }

    private static URI url(String written) throws BadManifestException {
        try {
            var url = new URI(written.replace(" ", "%20"));
            if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null || url.getRawUserInfo() != null) {
                throw new BadManifestException("InstallerUrl isn't an https address");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new BadManifestException("InstallerUrl isn't a valid address");
        }
    }

    private static String sha256(String written) throws BadManifestException {
        if (!SHA256.matcher(written).matches()) {
            throw new BadManifestException("InstallerSha256 doesn't consist of 64 hexadecimal digits");
        }
        return written.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String switches(ManifestNode switches, InstallerType type) throws BadManifestException {
        var silent = switches.text("Silent", LONGEST_SWITCHES);
        var custom = switches.text("Custom", LONGEST_SWITCHES);
        var all = Stream.of(silent == null ? type.silentSwitches() : silent, custom == null ? "" : custom)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    private static Set<Integer> successCodes(ManifestNode fields) throws BadManifestException {
        var codes = new LinkedHashSet<Integer>();
        for (var code : fields.list("InstallerSuccessCodes", MOST_CODES)) {
            try {
                codes.add((int) Long.parseLong(String.valueOf(code)));
            } catch (NumberFormatException e) {
                throw new BadManifestException("InstallerSuccessCodes contains a value that isn't a number");
            }
        }
        return codes;
    }
}

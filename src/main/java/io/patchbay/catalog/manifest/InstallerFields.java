package io.patchbay.catalog.manifest;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.InstallerRules;
import io.patchbay.catalog.InstallerRules.Elevation;
import io.patchbay.catalog.InstallerType;
import io.patchbay.catalog.NestedInstaller;
import io.patchbay.catalog.NotDeployable;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
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
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Set<NotDeployable> BAD_ADDRESS = EnumSet.of(NotDeployable.ADDRESS, NotDeployable.NOT_HTTPS);
    private static final String SWITCHES = "InstallerSwitches";
    private static final Pattern PRODUCT_CODE =
            Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}");
    private static final String ENTRIES = "AppsAndFeaturesEntries";
    private static final int MOST_INSTALLERS = 256;
    private static final int MOST_ENTRIES = 128;
    private static final int LONGEST_URL = 2_048;
    private static final int LONGEST_SWITCHES = 2_048;
    private static final int LONGEST_CODE = 255;
    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_WORD = 64;

    private InstallerFields() {}

    /** All of them, also those whose address will not do; a manifest without one whose address does is none. */
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
        if (installers.stream()
                .allMatch(
                        one -> one.notDeployable().filter(BAD_ADDRESS::contains).isPresent())) {
            throw new BadManifestException("InstallerUrl isn't an https address");
        }
        return installers;
    }

    private static Installer installer(ManifestNode fields, AppId app) throws BadManifestException {
        var type = fields.oneOf(InstallerType.class, "InstallerType");
        var nested = type == InstallerType.ZIP ? NestedFields.of(fields) : null;
        var url = url(fields.required("InstallerUrl", LONGEST_URL));
        var entries = fields.each(ENTRIES, MOST_ENTRIES);
        var recorded = fields.text("ProductCode", LONGEST_CODE);
        var entry = entry(entries, recorded);
        var rules = RuleFields.of(fields);
        return new Installer(
                fields.oneOf(Architecture.class, "Architecture"),
                type,
                nested,
                scope(fields, rules),
                language(fields, "InstallerLocale"),
                url,
                sha256(fields.required("InstallerSha256", LONGEST_WORD)),
                switches(fields.inner(SWITCHES), technology(type, nested)),
                code(technology(type, nested), recorded, entry.text("ProductCode", LONGEST_CODE)),
                entry.text("UpgradeCode", LONGEST_CODE),
                entry.text("DisplayName", LONGEST_NAME),
                entry.text("Publisher", LONGEST_NAME),
                entry.text("DisplayVersion", LONGEST_CODE),
                ExitCodeFields.success(fields),
                ExitCodeFields.explained(fields),
                rules,
                InstallerFileName.of(url, app, type));
    }

    /** The entry that Windows lists the application under: the one with the installer's own code, or else the first. */
    private static ManifestNode entry(List<ManifestNode> entries, @Nullable String code) throws BadManifestException {
        for (var one : entries) {
            if (code != null && code.equalsIgnoreCase(one.text("ProductCode", LONGEST_CODE))) {
                return one;
            }
        }
        return entries.isEmpty() ? ManifestNode.NONE : entries.getFirst();
    }

    /** The installer's own code counts before its entry's; for Windows Installer, only what can be a product code does. */
    private static @Nullable String code(InstallerType technology, @Nullable String own, @Nullable String listed) {
        var installer = technology == InstallerType.MSI || technology == InstallerType.WIX;
        return own == null || installer && !isProductCode(own) && isProductCode(listed) ? listed : own;
    }

    private static boolean isProductCode(@Nullable String code) {
        return code != null && PRODUCT_CODE.matcher(code).matches();
    }

    private static InstallerType technology(InstallerType type, @Nullable NestedInstaller nested) {
        return nested == null ? type : nested.type();
    }

    /** What must not run with the rights of an administrator can only be installed for a user. */
    private static @Nullable InstallScope scope(ManifestNode fields, InstallerRules rules) throws BadManifestException {
        if (fields.has("Scope")) {
            return fields.oneOf(InstallScope.class, "Scope");
        }
        return rules.elevation() == Elevation.ELEVATION_PROHIBITED ? InstallScope.USER : null;
    }

    /** A language as a tag of BCP 47; null where there is none. */
    static @Nullable String language(ManifestNode fields, String field) throws BadManifestException {
        var tag = fields.text(field, LONGEST_WORD);
        return tag == null || !LANGUAGE.matcher(tag).matches()
                ? null
                : Locale.forLanguageTag(tag).toLanguageTag();
    }

    private static URI url(String written) throws BadManifestException {
        return WebAddress.of(written)
                .orElseThrow(() -> new BadManifestException("InstallerUrl isn't an https address or isn't valid"));
    }

    private static String sha256(String written) throws BadManifestException {
        if (!SHA256.matcher(written).matches()) {
            throw new BadManifestException("InstallerSha256 doesn't consist of 64 hexadecimal digits");
        }
        return written.toLowerCase(Locale.ROOT);
    }

    /** With progress is silent too: it shows a window, which Intune shows to nobody, but asks nothing. */
    private static @Nullable String switches(ManifestNode switches, InstallerType type) throws BadManifestException {
        var silent = switches.text("Silent", LONGEST_SWITCHES);
        var progress = switches.text("SilentWithProgress", LONGEST_SWITCHES);
        var custom = switches.text("Custom", LONGEST_SWITCHES);
        var quiet = Stream.of(silent, type.silentSwitches(), progress)
                .filter(one -> one != null && !one.isEmpty())
                .findFirst();
        var all = Stream.concat(quiet.stream(), Stream.ofNullable(custom)).collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}

package io.patchbay.catalog.manifest;

import io.patchbay.catalog.AppDependency;
import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallerRules;
import io.patchbay.catalog.InstallerRules.Elevation;
import io.patchbay.catalog.InstallerRules.Limit;
import io.patchbay.catalog.InstallerRules.UpgradeBehavior;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Under what circumstances an installer may be used. Words that a later format of manifests may add are passed by. */
final class RuleFields {

    private static final int MOST = 256;
    private static final int LONGEST = 128;

    private RuleFields() {}

    static InstallerRules of(ManifestNode fields) throws BadManifestException {
        var needs = fields.inner("Dependencies");
        return new InstallerRules(
                fields.text("MinimumOSVersion", LONGEST),
                unsupported(fields),
                elevation(fields),
                upgrade(fields),
                limits(fields),
                packages(needs),
                others(needs));
    }

    private static Set<Architecture> unsupported(ManifestNode fields) throws BadManifestException {
        var architectures = EnumSet.noneOf(Architecture.class);
        for (var word : words(fields, "UnsupportedOSArchitectures")) {
            List.of(Architecture.values()).stream()
                    .filter(one -> one.name().equalsIgnoreCase(word))
                    .forEach(architectures::add);
        }
        return architectures;
    }

    private static @Nullable Elevation elevation(ManifestNode fields) throws BadManifestException {
        return switch (word(fields, "ElevationRequirement")) {
            case "elevationrequired" -> Elevation.ELEVATION_REQUIRED;
            case "elevationprohibited" -> Elevation.ELEVATION_PROHIBITED;
            case "elevatesself" -> Elevation.ELEVATES_SELF;
            default -> null;
        };
    }

    private static UpgradeBehavior upgrade(ManifestNode fields) throws BadManifestException {
        return switch (word(fields, "UpgradeBehavior")) {
            case "uninstallprevious" -> UpgradeBehavior.UNINSTALL_PREVIOUS;
            case "deny" -> UpgradeBehavior.DENY;
            default -> UpgradeBehavior.INSTALL;
        };
    }

    private static Set<Limit> limits(ManifestNode fields) throws BadManifestException {
        var limits = EnumSet.noneOf(Limit.class);
        var modes = words(fields, "InstallModes");
        if (!modes.isEmpty() && modes.stream().allMatch("interactive"::equals)) {
            limits.add(Limit.INTERACTIVE_ONLY);
        }
        if ("true".equals(word(fields, "DownloadCommandProhibited"))) {
            limits.add(Limit.DOWNLOAD_PROHIBITED);
        }
        var authentication = word(fields.inner("Authentication"), "AuthenticationType");
        if (!authentication.isEmpty() && !"none".equals(authentication)) {
            limits.add(Limit.SIGN_IN_REQUIRED);
        }
        var markets = fields.inner("Markets");
        if (!words(markets, "AllowedMarkets").isEmpty()
                || !words(markets, "ExcludedMarkets").isEmpty()) {
            limits.add(Limit.CERTAIN_MARKETS);
        }
        return limits;
    }

    private static List<AppDependency> packages(ManifestNode needs) throws BadManifestException {
        var packages = new ArrayList<AppDependency>();
        for (var one : needs.each("PackageDependencies", MOST)) {
            var version = one.text("MinimumVersion", LONGEST);
            AppId.parse(one.required("PackageIdentifier", LONGEST))
                    .ifPresent(app -> packages.add(new AppDependency(app, version)));
        }
        return packages;
    }

    private static List<String> others(ManifestNode needs) throws BadManifestException {
        var others = new ArrayList<String>();
        for (var field : List.of("WindowsFeatures", "WindowsLibraries", "ExternalDependencies")) {
            for (var one : needs.list(field, MOST)) {
                others.add(one instanceof String text && text.length() <= LONGEST ? text : field);
            }
        }
        return others;
    }

    private static List<String> words(ManifestNode fields, String field) throws BadManifestException {
        return fields.list(field, MOST).stream()
                .map(one -> String.valueOf(one).strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String word(ManifestNode fields, String field) throws BadManifestException {
        var text = fields.text(field, LONGEST);
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

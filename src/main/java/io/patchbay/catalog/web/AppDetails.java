package io.patchbay.catalog.web;

import io.patchbay.catalog.AppDependency;
import io.patchbay.catalog.DeployedApps;
import io.patchbay.catalog.InstallEffect;
import io.patchbay.catalog.InstallEffects;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.NotDeployable;
import io.patchbay.catalog.Release;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An application's page.
 *
 * @param release the version that is shown
 * @param places where it is deployed
 * @param withdrawn whether no version of it is left
 * @param hindrances why installers cannot be deployed
 * @param dependencies other applications that an installer needs
 * @param otherDependencies what else one needs, such as features of Windows
 */
public record AppDetails(
        Release release,
        AppTile tile,
        List<DeployedApps.Place> places,
        boolean withdrawn,
        List<Row> installers,
        List<NotDeployable> hindrances,
        List<AppDependency> dependencies,
        List<String> otherDependencies,
        List<Release> versions) {

    /**
     * An installer with its words.
     *
     * @param effect what comes of it on a device once it is deployed; null where that is not known
     */
    public record Row(
            Installer installer,
            String architecture,
            @Nullable String host,
            @Nullable String language,
            @Nullable NotDeployable hindrance,
            @Nullable InstallEffect effect) {

        static Row of(Installer installer, @Nullable InstallEffect effect) {
            var locale = installer.locale();
            return new Row(
                    installer,
                    Labels.of(installer.architecture()),
                    installer.url().getHost(),
                    locale == null ? null : Locale.forLanguageTag(locale).getDisplayName(Locale.ENGLISH),
                    installer.notDeployable().orElse(null),
                    effect);
        }
    }

    static AppDetails of(
            Release release,
            @Nullable String icon,
            List<Release> all,
            List<DeployedApps.Place> places,
            @Nullable InstallEffects effects) {
        return new AppDetails(
                release,
                AppTile.of(release.name(), icon),
                places,
                all.stream().allMatch(Release::withdrawn),
                release.installers().stream()
                        .map(one -> Row.of(
                                one,
                                effects == null
                                        ? null
                                        : effects.of(release, one).orElse(null)))
                        .toList(),
                distinct(release, installer -> installer.notDeployable().stream()),
                distinct(release, installer -> installer.rules().dependencies().stream()),
                distinct(release, installer -> installer.rules().otherDependencies().stream()),
                all);
    }

    private static <T> List<T> distinct(Release release, Function<Installer, Stream<T>> of) {
        return release.installers().stream().flatMap(of).distinct().toList();
    }

    /** The first installer that can be deployed, whose effect is open from the start; null where there is none. */
    public @Nullable Row first() {
        return installers.stream()
                .filter(row -> row.effect() != null)
                .findFirst()
                .orElse(null);
    }

    /** Whether none of its installers can be deployed. */
    public boolean notDeployable() {
        return installers.stream().allMatch(row -> row.hindrance() != null);
    }

    /** Whether it needs anything else on the device. */
    public boolean needy() {
        return !dependencies.isEmpty() || !otherDependencies.isEmpty();
    }
}

package io.patchbay.catalog.web;

import io.patchbay.catalog.Installer;
import io.patchbay.catalog.NotDeployable;
import io.patchbay.catalog.Release;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An application's page.
 *
 * @param release the version that is shown
 * @param withdrawn whether no version of it is left
 */
record AppDetails(
        Release release,
        AppTile tile,
        boolean deployed,
        boolean withdrawn,
        List<Row> installers,
        List<Release> versions) {

    /** An installer with its words. */
    record Row(
            Installer installer,
            String architecture,
            @Nullable String host,
            @Nullable String language,
            @Nullable NotDeployable hindrance) {

        static Row of(Installer installer) {
            var locale = installer.locale();
            return new Row(
                    installer,
                    Labels.of(installer.architecture()),
                    installer.url().getHost(),
                    locale == null ? null : Locale.forLanguageTag(locale).getDisplayName(Locale.ENGLISH),
                    installer.notDeployable().orElse(null));
        }
    }

    static AppDetails of(Release release, @Nullable String icon, List<Release> all, boolean deployed) {
        return new AppDetails(
                release,
                AppTile.of(release.name(), icon),
                deployed,
                all.stream().allMatch(Release::withdrawn),
                release.installers().stream().map(Row::of).toList(),
                all);
    }
}

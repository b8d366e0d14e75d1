package io.patchbay.catalog.web;

import io.patchbay.catalog.Installer;
import io.patchbay.catalog.Release;
import java.util.List;

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
    record Row(Installer installer, String architecture, String host) {}

    static AppDetails of(Release release, List<Release> all, boolean deployed) {
        return new AppDetails(
                release,
                AppTile.of(release.name()),
                deployed,
                all.stream().allMatch(Release::withdrawn),
                release.installers().stream()
                        .map(one -> new Row(
                                one, Labels.of(one.architecture()), one.url().getHost()))
                        .toList(),
                all);
    }
}

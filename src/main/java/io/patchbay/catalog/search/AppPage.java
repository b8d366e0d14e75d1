package io.patchbay.catalog.search;

import java.util.List;

/**
 * A page of applications.
 *
 * @param before whether there are more before it
 * @param after whether there are more after it
 */
public record AppPage(List<AppCard> apps, boolean before, boolean after) {

    public AppPage {
        apps = List.copyOf(apps);
    }
}

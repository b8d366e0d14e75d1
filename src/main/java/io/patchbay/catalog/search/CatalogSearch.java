package io.patchbay.catalog.search;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Release;
import io.patchbay.catalog.store.ReleaseStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds applications, a page at a time; what a page costs does not depend on how many there are. */
@Service
public class CatalogSearch {

    private static final int PAGE = 24;
    private static final int FOUND_AT_MOST = 60;
    private static final int VERSIONS = 50;

    private final AppCardStore apps;
    private final ReleaseStore releases;

    CatalogSearch(AppCardStore apps, ReleaseStore releases) {
        this.apps = apps;
        this.releases = releases;
    }

    /**
     * Applications in the order of their names; or, where a text is searched for, the best sixty of those that have it, best
     * first.
     *
     * @param after the last application of the page before, if that is wanted
     * @param before the first application of the page after, if that is wanted
     */
    @Transactional(readOnly = true)
    public AppPage find(CatalogFilter filter, @Nullable AppId after, @Nullable AppId before) {
        if (!filter.text().isEmpty()) {
            var found = apps.best(filter, FOUND_AT_MOST + 1);
            return new AppPage(head(found, FOUND_AT_MOST), false, found.size() > FOUND_AT_MOST);
        }
        if (before != null) {
            var found = apps.before(filter, before, PAGE + 1);
            return new AppPage(head(found, PAGE).reversed(), found.size() > PAGE, true);
        }
        var found = apps.after(filter, after, PAGE + 1);
        return new AppPage(head(found, PAGE), after != null, found.size() > PAGE);
    }

    /** An application's newest versions, newest first, also those that were withdrawn; none where it never was here. */
    @Transactional(readOnly = true)
    public List<Release> releases(AppId app) {
        return releases.all(app, VERSIONS);
    }

    /** Whether the catalog holds anything. */
    @Transactional(readOnly = true)
    public boolean empty() {
        return apps.none();
    }

    /** The application's card, where a version of it is left. */
    @Transactional(readOnly = true)
    public Optional<AppCard> card(AppId app) {
        return apps.card(app);
    }

    private static List<AppCard> head(List<AppCard> found, int most) {
        return found.subList(0, Math.min(most, found.size()));
    }
}

package io.patchbay.catalog.web;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.search.AppCard;
import io.patchbay.catalog.search.AppPage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of the catalog.
 *
 * @param bounded whether more was found than is shown
 * @param empty whether the catalog holds nothing at all
 */
record CatalogPage(
        CatalogQuery query,
        List<CatalogEntry> apps,
        boolean bounded,
        boolean empty,
        String cards,
        String list,
        @Nullable String previous,
        @Nullable String next) {

    /** An application. */
    record CatalogEntry(AppCard app, AppTile tile, boolean deployed, String architectures) {}

    static CatalogPage of(CatalogQuery query, AppPage found, Set<AppId> deployed, boolean empty) {
        var searched = !query.text().isEmpty();
        var apps = found.apps();
        return new CatalogPage(
                query,
                apps.stream()
                        .map(app -> new CatalogEntry(
                                app,
                                AppTile.of(app.name(), app.icon()),
                                deployed.contains(app.app()),
                                Labels.of(app.architectures())))
                        .toList(),
                searched && found.after(),
                empty,
                query.as(CatalogQuery.View.CARDS),
                query.as(CatalogQuery.View.LIST),
                !searched && found.before() && !apps.isEmpty()
                        ? query.preceding(apps.getFirst().app())
                        : null,
                !searched && found.after() && !apps.isEmpty()
                        ? query.following(apps.getLast().app())
                        : null);
    }

    public boolean narrowed() {
        return query.narrowed();
    }

    public List<Integer> days() {
        return CatalogQuery.DAYS;
    }

    public List<Labels.Choice> architectureChoices() {
        return Labels.choices(Architecture.values());
    }
}

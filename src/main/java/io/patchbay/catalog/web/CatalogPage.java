package io.patchbay.catalog.web;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.search.AppCard;
import io.patchbay.catalog.search.AppPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the catalog.
 *
 * @param bounded whether more was found than is shown
 * @param empty whether the catalog holds nothing at all
 * @param tickedAddresses of pages that carry on what is ticked
 * @param bare the same without it
 * @param ticked the applications that are ticked
 * @param elsewhere those of them that are not on this page, names by identifier
 */
public record CatalogPage(
        CatalogQuery query,
        List<CatalogEntry> apps,
        boolean bounded,
        boolean empty,
        Addresses tickedAddresses,
        Addresses bare,
        Set<String> ticked,
        Map<String, String> elsewhere) {

    /** Where other pages of the same are; null where there is none. */
    public record Addresses(
            String cards,
            String list,
            @Nullable String previous,
            @Nullable String next) {

        static Addresses of(CatalogQuery query, AppPage found) {
            var apps = found.apps();
            var paged = query.text().isEmpty() && !apps.isEmpty();
            return new Addresses(
                    query.as(CatalogQuery.View.CARDS),
                    query.as(CatalogQuery.View.LIST),
                    paged && found.before() ? query.preceding(apps.getFirst().app()) : null,
                    paged && found.after() ? query.following(apps.getLast().app()) : null);
        }
    }

    /** An application. */
    public record CatalogEntry(AppCard app, AppTile tile, boolean deployed, String architectures) {}

    static CatalogPage of(
            CatalogQuery query, AppPage found, Set<AppId> deployed, Map<AppId, String> names, boolean empty) {
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
                Addresses.of(query, found),
                Addresses.of(query.bare(), found),
                query.ticked().stream().map(AppId::value).collect(Collectors.toSet()),
                elsewhere(query, found, names));
    }

    /** Those that are ticked and not among those that were found. */
    private static Map<String, String> elsewhere(CatalogQuery query, AppPage found, Map<AppId, String> names) {
        var here = found.apps().stream().map(AppCard::app).collect(Collectors.toSet());
        var elsewhere = new LinkedHashMap<String, String>();
        query.ticked().stream()
                .filter(app -> !here.contains(app) && names.containsKey(app))
                .forEach(app -> elsewhere.put(app.value(), names.getOrDefault(app, app.value())));
        return elsewhere;
    }

    /** Where the page is on which they are cards. */
    public String cards() {
        return tickedAddresses.cards();
    }

    /** Where the page is on which they are a list. */
    public String list() {
        return tickedAddresses.list();
    }

    public @Nullable String previous() {
        return tickedAddresses.previous();
    }

    public @Nullable String next() {
        return tickedAddresses.next();
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

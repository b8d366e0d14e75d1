package io.patchbay.catalog.web;

import io.patchbay.catalog.search.CatalogFilter;
import io.patchbay.catalog.search.CatalogSearch;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds applications of the catalog, once a tenant is connected. */
@Component
class AppHits implements SearchSource {

    private final CatalogSearch search;
    private final Environments environments;

    AppHits(CatalogSearch search, Environments environments) {
        this.search = search;
        this.environments = environments;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String label() {
        return "nav.catalog";
    }

    @Override
    public List<SearchHit> find(String text) {
        if (!Current.may(Capability.VIEW_CATALOG)
                || environments.all().stream().noneMatch(EnvironmentView::connected)) {
            return List.of();
        }
        return search.find(new CatalogFilter(text, "", null, null), null, null).apps().stream()
                .limit(SHOWN)
                .map(app -> new SearchHit(app.name(), app.publisher(), "/catalog/" + app.app()))
                .toList();
    }
}

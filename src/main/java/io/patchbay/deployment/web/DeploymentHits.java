package io.patchbay.deployment.web;

import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds deployments by their applications. */
@Component
class DeploymentHits implements SearchSource {

    private final DeploymentQueries queries;

    DeploymentHits(DeploymentQueries queries) {
        this.queries = queries;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String label() {
        return "nav.deployments";
    }

    @Override
    public List<SearchHit> find(String text) {
        return Current.may(Capability.VIEW_DEPLOYMENTS)
                ? queries.first(text, SHOWN).entrySet().stream()
                        .map(one -> new SearchHit(one.getValue(), null, "/deployments/" + one.getKey()))
                        .toList()
                : List.of();
    }
}

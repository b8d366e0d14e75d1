package io.patchbay.environment.overview;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds environments by their names and those of their tenants. */
@Component
class EnvironmentHits implements SearchSource {

    private static final String PAGE = "/settings/environments";

    private final EnvironmentViews environments;

    EnvironmentHits(EnvironmentViews environments) {
        this.environments = environments;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String label() {
        return "nav.environments";
    }

    @Override
    public List<SearchHit> find(String text) {
        return Current.may(Capability.VIEW_ENVIRONMENTS)
                ? environments.all().stream()
                        .filter(environment -> environment.speaksOf(text))
                        .limit(SHOWN)
                        .map(EnvironmentHits::hit)
                        .toList()
                : List.of();
    }

    private static SearchHit hit(EnvironmentView environment) {
        var connection = environment.connection();
        return connection == null
                ? new SearchHit(environment.name(), null, PAGE)
                : new SearchHit(environment.name(), connection.tenantName(), PAGE + "/" + environment.id() + "/intune");
    }
}

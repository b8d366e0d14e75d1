package io.patchbay.environment.overview;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.event.EnvironmentNames;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the event log what environments are called, from what a page reads of them anyway. */
@Component
class NamesOfEnvironments implements EnvironmentNames {

    private final EnvironmentViews environments;

    NamesOfEnvironments(EnvironmentViews environments) {
        this.environments = environments;
    }

    @Override
    public Map<UUID, String> names() {
        var names = new LinkedHashMap<UUID, String>();
        environments.all().stream()
                .sorted(Comparator.comparing(EnvironmentView::name, String.CASE_INSENSITIVE_ORDER))
                .forEach(one -> names.put(one.id().value(), one.name()));
        return names;
    }

    @Override
    public Map<UUID, String> tenants() {
        var names = new LinkedHashMap<UUID, String>();
        environments.all().stream().map(EnvironmentView::connection).forEach(connection -> {
            if (connection != null) {
                names.put(connection.tenantId(), connection.tenantName());
            }
        });
        return names;
    }
}

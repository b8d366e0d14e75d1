package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.DeployedApps;
import io.patchbay.deployment.management.DeploymentRows.AppRow;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the catalog what is deployed. */
@Service
class DeployedByCompany implements DeployedApps {

    private final DeploymentRepository deployments;
    private final DeploymentRows rows;
    private final Environments environments;
    private final MessageSourceAccessor messages;

    DeployedByCompany(
            DeploymentRepository deployments,
            DeploymentRows rows,
            Environments environments,
            MessageSourceAccessor messages) {
        this.deployments = deployments;
        this.rows = rows;
        this.environments = environments;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<AppId> among(Collection<AppId> apps) {
        return deployments.deployed(apps);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Place> of(AppId app) {
        var names = environments.all().stream().collect(Collectors.toMap(EnvironmentView::id, EnvironmentView::name));
        return rows.ofApp(app).stream()
                .map(row -> place(row, names.getOrDefault(row.environment(), "")))
                .sorted(Comparator.comparing(Place::environment, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Place place(AppRow row, String environment) {
        return new Place(
                environment,
                row.version(),
                row.update(),
                "version." + row.status(),
                messages.getMessage("deployments.status." + row.status()),
                "/deployments/" + row.id());
    }
}

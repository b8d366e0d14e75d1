package io.patchbay.deployment.management;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.DeployedApps;
import io.patchbay.deployment.model.DeploymentRepository;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the catalog what is deployed. */
@Service
class DeployedByCompany implements DeployedApps {

    private final DeploymentRepository deployments;

    DeployedByCompany(DeploymentRepository deployments) {
        this.deployments = deployments;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<AppId> among(Collection<AppId> apps) {
        return deployments.deployed(apps);
    }
}

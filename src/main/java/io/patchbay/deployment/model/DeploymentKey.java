package io.patchbay.deployment.model;

import io.patchbay.platform.tenancy.CompanyId;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record DeploymentKey(UUID companyId, UUID deploymentId) implements Serializable {

    static DeploymentKey of(CompanyId company, DeploymentId deployment) {
        return new DeploymentKey(company.value(), deployment.value());
    }
}

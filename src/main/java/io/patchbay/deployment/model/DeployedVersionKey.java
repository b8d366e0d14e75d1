package io.patchbay.deployment.model;

import io.patchbay.platform.tenancy.CompanyId;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record DeployedVersionKey(UUID companyId, UUID versionId) implements Serializable {

    static DeployedVersionKey of(CompanyId company, UUID version) {
        return new DeployedVersionKey(company.value(), version);
    }
}

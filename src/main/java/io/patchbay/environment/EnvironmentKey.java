package io.patchbay.environment;

import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.EnvironmentId;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record EnvironmentKey(UUID companyId, UUID environmentId) implements Serializable {

    static EnvironmentKey of(CompanyId company, EnvironmentId environment) {
        return new EnvironmentKey(company.value(), environment.value());
    }
}

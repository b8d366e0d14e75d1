package io.patchbay.environment.model;

import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
public record EnvironmentKey(UUID companyId, UUID environmentId) implements Serializable {

    public static EnvironmentKey of(CompanyId company, EnvironmentId environment) {
        return new EnvironmentKey(company.value(), environment.value());
    }
}

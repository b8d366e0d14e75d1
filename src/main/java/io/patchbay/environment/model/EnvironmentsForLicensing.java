package io.patchbay.environment.model;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.licensing.LicensedEnvironment;
import io.patchbay.licensing.LicensedEnvironments;
import io.patchbay.platform.tenancy.Current;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells licensing which environments there are. */
@Component
class EnvironmentsForLicensing implements LicensedEnvironments {

    private final EnvironmentRows rows;

    EnvironmentsForLicensing(EnvironmentRows rows) {
        this.rows = rows;
    }

    @Override
    public List<LicensedEnvironment> all() {
        return rows.all(Current.company()).stream()
                .map(EnvironmentsForLicensing::licensed)
                .toList();
    }

    private static LicensedEnvironment licensed(EnvironmentView environment) {
        var connection = environment.connection();
        return new LicensedEnvironment(
                environment.id(),
                environment.name(),
                connection == null ? null : connection.tenantId(),
                connection == null ? null : connection.managedDevices());
    }
}

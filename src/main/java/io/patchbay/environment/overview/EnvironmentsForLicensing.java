package io.patchbay.environment.overview;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.licensing.LicensedEnvironment;
import io.patchbay.licensing.LicensedEnvironments;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells licensing which environments there are. */
@Component
class EnvironmentsForLicensing implements LicensedEnvironments {

    private final EnvironmentViews environments;

    EnvironmentsForLicensing(EnvironmentViews environments) {
        this.environments = environments;
    }

    @Override
    public List<LicensedEnvironment> all() {
        return environments.all().stream()
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

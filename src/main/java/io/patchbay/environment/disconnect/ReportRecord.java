package io.patchbay.environment.disconnect;

import io.patchbay.environment.PortableRecord;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The report of the last disconnect of an environment, to be taken along. */
@Component
class ReportRecord implements PortableRecord {

    private final DisconnectReports reports;

    ReportRecord(DisconnectReports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public Optional<Object> content(EnvironmentId environment) {
        return Optional.ofNullable(reports.summaries().get(environment))
                .map(last -> reports.file(environment, last.run()));
    }
}

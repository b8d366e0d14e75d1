package io.patchbay.event.log;

import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which event logs there are: those of the companies, and perhaps the operator's. */
@Component
public class EventLogs {

    private final CrossTenantQueries crossTenant;

    EventLogs(CrossTenantQueries crossTenant) {
        this.crossTenant = crossTenant;
    }

    /** Those with events that have no link in their chain yet. */
    public List<CompanyId> unsealed() {
        return crossTenant.askOften("cross_tenant_unsealed_event_logs", CrossTenantQueries.COMPANY_ID);
    }

    /** All of them. */
    public List<CompanyId> all() {
        return crossTenant.ask("cross_tenant_event_logs", CrossTenantQueries.COMPANY_ID);
    }
}

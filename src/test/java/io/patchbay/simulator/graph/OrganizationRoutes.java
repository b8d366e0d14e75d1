package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The organization and its domains; and calls that our permissions never reach. */
@SimulatorComponent
final class OrganizationRoutes implements Routes {
    private static final String[] ORGANIZATION = {
        "DeviceManagementServiceConfig.Read.All",
        "DeviceManagementServiceConfig.ReadWrite.All",
        "User.Read.All",
        "DeviceManagementConfiguration.Read.All",
        "DeviceManagementConfiguration.ReadWrite.All",
        "Organization.Read.All",
        "Directory.Read.All"
    };

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/organization", Access.directory(ORGANIZATION), OrganizationRoutes::organizations),
                Route.get("/organization/{id}", Access.directory(ORGANIZATION), OrganizationRoutes::organization),
                Route.get(
                        "/domains",
                        Access.directory("Domain.Read.All", "Directory.Read.All"),
                        OrganizationRoutes::domains),
                Route.get(
                        "/subscribedSkus",
                        Access.directory("LicenseAssignment.Read.All", "Organization.Read.All", "Directory.Read.All"),
                        call -> new ODataPage("subscribedSkus", 100, 999).of(call, List.of())),
                Route.get("/applications(**)", Access.directory("Application.Read.All", "Directory.Read.All"), call -> {
                    throw GraphException.notFound(call.tenant().id().toString());
                }),
                Route.get(
                        "/servicePrincipals/**",
                        Access.directory("Application.Read.All", "Directory.Read.All"),
                        call -> new ODataPage("servicePrincipals", 100, 999, "$filter").of(call, List.of())),
                Route.get(
                        "/servicePrincipals(**)/**",
                        Access.directory("Application.Read.All", "Directory.Read.All"),
                        call -> new ODataPage("servicePrincipals", 100, 999, "$filter").of(call, List.of())));
    }

    private static GraphReply organizations(GraphCall call) {
        return new ODataPage("organization", 100, 999).of(call, List.of(describe(call.tenant())));
    }

    private static GraphReply organization(GraphCall call) {
        if (!call.segment("id").equals(call.tenant().id().toString())) {
            throw GraphException.notFound(call.segment("id"));
        }
        return GraphReply.ok(ODataPage.select(call.option("$select"), List.of(describe(call.tenant())))
                .getFirst());
    }

    private static Map<String, Object> describe(Tenant tenant) {
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("id", tenant.id().toString());
        organization.put("displayName", tenant.displayName());
        organization.put("createdDateTime", "2021-03-15T09:00:00Z");
        organization.put("countryLetterCode", "DE");
        organization.put("preferredLanguage", "en");
        organization.put("tenantType", "AAD");
        organization.put("verifiedDomains", verifiedDomains(tenant));
        return organization;
    }

    private static List<Map<String, Object>> verifiedDomains(Tenant tenant) {
        List<Map<String, Object>> verified = new ArrayList<>();
        for (String domain : tenant.domains()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("capabilities", "Email, OfficeCommunicationsOnline");
            entry.put("isDefault", domain.equals(tenant.domains().getLast()));
            entry.put("isInitial", domain.equals(tenant.domains().getFirst()));
            entry.put("name", domain);
            entry.put("type", "Managed");
            verified.add(entry);
        }
        return verified;
    }

    private static GraphReply domains(GraphCall call) {
        List<Map<String, Object>> domains = verifiedDomains(call.tenant()).stream()
                .map(verified -> {
                    Map<String, Object> domain = new LinkedHashMap<>();
                    domain.put("id", verified.get("name"));
                    domain.put("authenticationType", "Managed");
                    domain.put("isAdminManaged", true);
                    domain.put("isDefault", verified.get("isDefault"));
                    domain.put("isInitial", verified.get("isInitial"));
                    domain.put("isRoot", true);
                    domain.put("isVerified", true);
                    domain.put("supportedServices", List.of("Email", "OfficeCommunicationsOnline"));
                    return domain;
                })
                .toList();
        return new ODataPage("domains", 100, 999).of(call, domains);
    }
}

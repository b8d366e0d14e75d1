package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one can choose from for an application: categories, role scope tags, assignment filters. */
@SimulatorComponent
final class IntuneChoices implements Routes {
    static final Map<String, String> CATEGORIES = new LinkedHashMap<>(Map.of(
            "ed899483-3019-425e-a470-28e901b9790e", "Productivity",
            "f1b1cb53-8e1c-4a8d-9ff0-6e0a4d2a1c07", "Computer management",
            "5dcd73a4-6b3c-4d0b-8a0b-0bfe3d5b8f5a", "Development & Design"));

    static final Map<String, String> FILTERS = Map.of("7d2f1e0a-3c55-4b7e-8a11-0d9c6b1f2e3d", "Windows 11 only");

    private final IntuneCalls calls;

    IntuneChoices(IntuneCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                calls.read("/beta/deviceAppManagement/mobileAppCategories", null, IntuneChoices::categories),
                calls.read("/deviceAppManagement/mobileAppCategories", null, IntuneChoices::categories),
                Route.get(
                        "/beta/deviceManagement/roleScopeTags",
                        Access.intune(
                                "DeviceManagementRBAC.Read.All",
                                "DeviceManagementRBAC.ReadWrite.All",
                                "DeviceManagementConfiguration.Read.All"),
                        IntuneChoices::scopeTags),
                Route.get(
                        "/beta/deviceManagement/assignmentFilters",
                        Access.intune("DeviceManagementConfiguration.Read.All"),
                        IntuneChoices::filters));
    }

    private static GraphReply categories(GraphCall call) {
        return named(call, CATEGORIES, "deviceAppManagement/mobileAppCategories");
    }

    private static GraphReply scopeTags(GraphCall call) {
        return named(call, Map.of("0", "Default", "2", "Helsinki"), "deviceManagement/roleScopeTags");
    }

    private static GraphReply filters(GraphCall call) {
        return named(call, FILTERS, "deviceManagement/assignmentFilters");
    }

    private static GraphReply named(GraphCall call, Map<String, String> names, String context) {
        return new ODataPage(context, 100, 1000)
                .of(
                        call,
                        names.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(one -> Map.<String, Object>of("id", one.getKey(), "displayName", one.getValue()))
                                .toList());
    }
}

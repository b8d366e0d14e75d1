package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Intune: its state and the devices it manages. */
@SimulatorComponent
final class IntuneRoutes implements Routes {
    private static final Pattern BY_SYSTEM = Pattern.compile("operatingSystem eq '([^']*)'");
    private static final Access DEVICES =
            Access.intune("DeviceManagementManagedDevices.Read.All", "DeviceManagementManagedDevices.ReadWrite.All");
    private static final Access ANY = Access.intune(
            "DeviceManagementApps.Read.All",
            "DeviceManagementApps.ReadWrite.All",
            "DeviceManagementConfiguration.Read.All",
            "DeviceManagementConfiguration.ReadWrite.All",
            "DeviceManagementManagedDevices.Read.All",
            "DeviceManagementManagedDevices.ReadWrite.All",
            "DeviceManagementRBAC.Read.All",
            "DeviceManagementRBAC.ReadWrite.All",
            "DeviceManagementServiceConfig.Read.All",
            "DeviceManagementServiceConfig.ReadWrite.All");

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/deviceManagement", ANY, IntuneRoutes::deviceManagement),
                Route.get("/deviceManagement/managedDeviceOverview", DEVICES, IntuneRoutes::overview),
                Route.get("/deviceManagement/managedDevices", DEVICES, IntuneRoutes::devices));
    }

    private static GraphReply deviceManagement(GraphCall call) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("@odata.context", call.base() + "/$metadata#deviceManagement/$entity");
        service.put(
                "id",
                UUID.nameUUIDFromBytes(bytes("intune/" + call.tenant().id())).toString());
        service.put("subscriptionState", call.tenant().state().subscription().value());
        service.put(
                "intuneAccountId",
                UUID.nameUUIDFromBytes(bytes("account/" + call.tenant().id())).toString());
        return GraphReply.ok(
                ODataPage.select(call.option("$select"), List.of(service)).getFirst());
    }

    private static GraphReply overview(GraphCall call) {
        int all = call.tenant().deviceCount();
        Map<String, Object> systems = new LinkedHashMap<>();
        systems.put("androidCount", count(call.tenant(), "Android"));
        systems.put("iosCount", count(call.tenant(), "iOS"));
        systems.put("macOSCount", count(call.tenant(), "macOS"));
        systems.put("windowsMobileCount", 0);
        systems.put("windowsCount", count(call.tenant(), "Windows"));
        systems.put("unknownCount", 0);
        Map<String, Object> overview = new LinkedHashMap<>();
        overview.put("@odata.context", call.base() + "/$metadata#deviceManagement/managedDeviceOverview/$entity");
        overview.put(
                "id",
                UUID.nameUUIDFromBytes(bytes("overview/" + call.tenant().id())).toString());
        overview.put("enrolledDeviceCount", all);
        overview.put("mdmEnrolledCount", all);
        overview.put("dualEnrolledDeviceCount", 0);
        overview.put("deviceOperatingSystemSummary", systems);
        return GraphReply.ok(overview);
    }

    private static long count(Tenant tenant, String system) {
        return IntStream.range(0, tenant.deviceCount())
                .filter(number -> system(number).equals(system))
                .count();
    }

    private static GraphReply devices(GraphCall call) {
        String filter = call.option("$filter");
        String system = null;
        if (filter != null) {
            Matcher bySystem = BY_SYSTEM.matcher(filter);
            if (!bySystem.matches()) {
                throw GraphException.badRequest("The filter '" + filter + "' is not supported here.");
            }
            system = bySystem.group(1);
        }
        String wanted = system;
        List<Map<String, Object>> devices = IntStream.range(0, call.tenant().deviceCount())
                .filter(number -> wanted == null || system(number).equals(wanted))
                .mapToObj(number -> device(call.tenant(), number))
                .toList();
        return new ODataPage("deviceManagement/managedDevices", 1000, 1000, "$filter").of(call, devices);
    }

    /** Of twenty devices sixteen run Windows, two macOS, one iOS and one Android. */
    private static String system(int number) {
        return switch (number % 20) {
            case 16, 17 -> "macOS";
            case 18 -> "iOS";
            case 19 -> "Android";
            default -> "Windows";
        };
    }

    private static Map<String, Object> device(Tenant tenant, int number) {
        String system = system(number);
        Map<String, Object> device = new LinkedHashMap<>();
        device.put(
                "id",
                UUID.nameUUIDFromBytes(bytes("device/" + tenant.id() + "/" + number))
                        .toString());
        device.put("deviceName", "%s-%04d".formatted(system.toUpperCase(Locale.ROOT), number + 1));
        device.put("operatingSystem", system);
        device.put("osVersion", system.equals("Windows") ? "10.0.26100.4351" : "18.5");
        device.put("complianceState", number % 25 == 0 ? "noncompliant" : "compliant");
        device.put("managedDeviceOwnerType", "company");
        device.put("enrolledDateTime", "2025-02-03T08:00:00Z");
        device.put("lastSyncDateTime", "2026-01-05T08:00:00Z");
        device.put(
                "userPrincipalName",
                tenant.people().get(number % tenant.people().size()).userPrincipalName());
        return device;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

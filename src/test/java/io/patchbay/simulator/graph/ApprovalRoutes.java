package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.intune.Approval;
import io.patchbay.simulator.intune.Approvals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests for Multi Admin Approval, of the beta version of Graph; one can only look at one's own and cancel them. */
@SimulatorComponent
final class ApprovalRoutes implements Routes {
    private static final String REQUESTS = "/beta/deviceManagement/operationApprovalRequests";
    private static final Pattern FILTER = Pattern.compile("(id|requestId|status) eq '([^']*)'");
    private static final int PAGE = 100;
    private static final Access READ = Access.intune(
            "DeviceManagementConfiguration.Read.All",
            "DeviceManagementConfiguration.ReadWrite.All",
            "DeviceManagementRBAC.Read.All",
            "DeviceManagementRBAC.ReadWrite.All");

    private final Approvals approvals;
    private final MovableClock clock;

    ApprovalRoutes(Approvals approvals, MovableClock clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(REQUESTS, READ, IntuneCalls.translating(this::list)),
                Route.get(REQUESTS + "/{request}", READ, IntuneCalls.translating(this::get)),
                Route.post(REQUESTS + "/cancelMyRequest", READ, IntuneCalls.translating(this::cancel)));
    }

    private GraphReply list(GraphCall call) {
        List<Map<String, Object>> all =
                approvals.all(call.tenant().id()).stream().map(this::describe).toList();
        String filter = call.option("$filter");
        if (filter != null) {
            Matcher matcher = FILTER.matcher(filter);
            if (!matcher.matches()) {
                throw GraphException.badRequest("The filter '" + filter + "' is not supported here.");
            }
            String property = matcher.group(1).equals("requestId") ? "id" : matcher.group(1);
            all = all.stream()
                    .filter(one -> matcher.group(2).equals(one.get(property)))
                    .toList();
        }
        return new ODataPage("deviceManagement/operationApprovalRequests", PAGE, PAGE, "$filter").of(call, all);
    }

    private GraphReply get(GraphCall call) {
        String id = call.segment("request");
        return GraphReply.ok(approvals.all(call.tenant().id()).stream()
                .filter(one -> one.id.equals(id))
                .findFirst()
                .map(this::describe)
                .orElseThrow(() -> GraphException.notFound(id)));
    }

    private GraphReply cancel(GraphCall call) {
        approvals.cancel(call.tenant().id(), call.body().path("id").asString(""));
        return new GraphReply(204, Map.of(), "");
    }

    private Map<String, Object> describe(Approval request) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", request.id);
        all.put("requestDateTime", request.requested.toString());
        all.put("expirationDateTime", request.expires().toString());
        all.put("status", request.status(clock.instant()).value());
        all.put("requestJustification", request.justification);
        all.put("approvalJustification", null);
        all.put(
                "requestor",
                Map.of("application", Map.of("id", SimulatedMicrosoft.CLIENT_ID, "displayName", "Patchbay")));
        all.put("requiredOperationApprovalPolicyTypes", List.of("app"));
        return all;
    }
}

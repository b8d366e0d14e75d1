package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.intune.App;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.IntuneApplications;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What calls about applications in Intune have in common: permissions, throttling, faults, and how errors are put. */
@SimulatorComponent
final class IntuneCalls {
    private static final Access READ =
            Access.intune("DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All");
    private static final Access WRITE = Access.intune("DeviceManagementApps.ReadWrite.All");

    private final IntuneApplications apps;

    IntuneCalls(IntuneApplications apps) {
        this.apps = apps;
    }

    Route read(String pattern, @Nullable AppCall call, Function<GraphCall, GraphReply> handler) {
        return Route.get(pattern, READ, limited(false, call, handler));
    }

    Route write(String method, String pattern, @Nullable AppCall call, Function<GraphCall, GraphReply> handler) {
        return Route.of(method, pattern, WRITE, limited(true, call, handler));
    }

    private Function<GraphCall, GraphReply> limited(
            boolean write, @Nullable AppCall kind, Function<GraphCall, GraphReply> handler) {
        return call -> {
            long wait = apps.faults().throttle(write);
            if (wait > 0) {
                throw tooMany(wait);
            }
            return kind == null ? handler.apply(call) : faulty(kind, call, handler);
        };
    }

    static GraphException tooMany(long seconds) {
        return new GraphException(
                429, "TooManyRequests", "Too many requests.", Map.of("Retry-After", String.valueOf(seconds)));
    }

    GraphReply faulty(AppCall kind, GraphCall call, Function<GraphCall, GraphReply> handler) {
        Optional<AppFault> fault = apps.faults().next(kind);
        if (fault.isEmpty()) {
            return handler.apply(call);
        }
        switch (fault.get()) {
            case TOO_MANY -> throw tooMany(1);
            case SERVER_ERROR -> throw new GraphException(500, "InternalServerError", "An error has occurred");
            case UNAVAILABLE -> throw new GraphException(503, "ServiceUnavailable", "Service unavailable");
            case NOT_FOUND -> throw GraphException.notFound(call.segment("app"));
            case REFUSED -> throw GraphException.badRequest(intune("The request is not valid."));
            case APPROVAL_REQUIRED ->
                throw new GraphException(
                        403,
                        "Forbidden",
                        intune("Multi Admin Approval is enabled for this resource: an approval is required. Add the"
                                + " header x-msft-approval-justification."));
            case DONE_BUT_UNANSWERED -> {
                handler.apply(call);
                throw new GraphException(504, "GatewayTimeout", "The gateway did not receive a response in time.");
            }
            default -> throw new IllegalStateException(fault.get() + " is none of " + kind);
        }
    }

    /** The application that the call is about. */
    App app(GraphCall call) {
        return apps.find(call.tenant(), call.segment("app"))
                .orElseThrow(() -> new GraphException(
                        404,
                        "ResourceNotFound",
                        intune("Resource with id " + call.segment("app") + " was not found.")));
    }

    static void require(String problem) {
        if (!problem.isEmpty()) {
            throw GraphException.badRequest(intune(problem));
        }
    }

    private static String intune(String message) {
        return "{\"_version\":3,\"Message\":\"" + message
                + " - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: "
                + UUID.randomUUID()
                + " - Url: https://fef.msua09.manage.microsoft.com/\",\"CustomApiErrorPhrase\":\"\"}";
    }
}

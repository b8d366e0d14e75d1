package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.intune.App;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.AppFaults;
import io.patchbay.simulator.intune.Approval;
import io.patchbay.simulator.intune.ApprovalCall;
import io.patchbay.simulator.intune.Approvals;
import io.patchbay.simulator.intune.IntuneRefusal;
import io.patchbay.simulator.intune.ServiceTimes;
import io.patchbay.simulator.intune.TenantApps;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What calls about applications in Intune have in common: permissions, throttling, faults, and how errors are put. */
@SimulatorComponent
final class IntuneCalls {
    private static final Access READ =
            Access.intune("DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All");
    private static final Access WRITE = Access.intune("DeviceManagementApps.ReadWrite.All");

    private final AppFaults faults;
    private final ServiceTimes times;
    private final TenantApps apps;
    private final Approvals approvals;
    private final MovableClock clock;

    IntuneCalls(AppFaults faults, ServiceTimes times, TenantApps apps, Approvals approvals, MovableClock clock) {
        this.approvals = approvals;
        this.faults = faults;
        this.times = times;
        this.apps = apps;
        this.clock = clock;
    }

    Route read(String pattern, @Nullable AppCall call, Function<GraphCall, GraphReply> handler) {
        return Route.get(pattern, READ, limited(false, call, handler));
    }

    Route write(String method, String pattern, @Nullable AppCall call, Function<GraphCall, GraphReply> handler) {
        return Route.of(method, pattern, WRITE, limited(true, call, handler));
    }

    /** A write that waits for Multi Admin Approval where the tenant has it (P13). */
    Route approved(String method, String pattern, @Nullable AppCall call, Function<GraphCall, GraphReply> handler) {
        return write(method, pattern, call, admitted(handler));
    }

    /** Handles a call when it needs no approval or has one. */
    Function<GraphCall, GraphReply> admitted(Function<GraphCall, GraphReply> handler) {
        return call -> {
            String entity = call.segment("app").isEmpty() ? call.body().toString() : call.segment("app");
            ApprovalCall asked = new ApprovalCall(
                    call.method(),
                    call.path(),
                    call.body(),
                    call.header("x-msft-approval-justification"),
                    call.header("x-msft-approval-code"));
            Optional<Approval> approval = approvals.admit(call.tenant().id(), entity, asked);
            GraphReply reply = handler.apply(call);
            approval.ifPresent(approvals::complete);
            return reply;
        };
    }

    private Function<GraphCall, GraphReply> limited(
            boolean write, @Nullable AppCall kind, Function<GraphCall, GraphReply> handler) {
        return call -> {
            LockSupport.parkNanos(times.answer().toNanos());
            long wait = faults.throttle(write);
            if (wait > 0) {
                throw tooMany(wait);
            }
            if (times.isUnauthorized(clock.instant())) {
                throw unauthorized();
            }
            return kind == null ? translating(handler).apply(call) : faulty(kind, call, translating(handler));
        };
    }

    /** What Intune refuses is a refusal of Graph, in Intune's wrapping. */
    static Function<GraphCall, GraphReply> translating(Function<GraphCall, GraphReply> handler) {
        return call -> {
            try {
                return handler.apply(call);
            } catch (IntuneRefusal refused) {
                throw new GraphException(
                        refused.status(),
                        refused.code(),
                        intune(String.valueOf(refused.getMessage())),
                        refused.headers());
            }
        };
    }

    static GraphException tooMany(long seconds) {
        return new GraphException(
                429, "TooManyRequests", "Too many requests.", Map.of("Retry-After", String.valueOf(seconds)));
    }

    /** The passing 401 that comes from behind Graph, not from the token (P7). */
    private static GraphException unauthorized() {
        return new GraphException(
                401,
                "UnknownError",
                "{\"ErrorCode\":\"Forbidden\",\"Message\":" + quoted(intune("An error has occurred"))
                        + ",\"Target\":null,\"Details\":null,\"InnerError\":null,\"InstanceAnnotations\":[]}");
    }

    GraphReply faulty(AppCall kind, GraphCall call, Function<GraphCall, GraphReply> handler) {
        Optional<AppFault> fault = faults.next(kind);
        if (fault.isEmpty()) {
            return handler.apply(call);
        }
        if (fault.get() == AppFault.DONE_BUT_UNANSWERED) {
            handler.apply(call);
            throw new GraphException(504, "GatewayTimeout", "The gateway did not receive a response in time.");
        }
        if (fault.get() == AppFault.DONE_TWICE) {
            handler.apply(call);
            return handler.apply(call);
        }
        throw failure(kind, fault.get(), call);
    }

    /** What a call is answered that a fault has hit. */
    static GraphException failure(AppCall kind, AppFault fault, GraphCall call) {
        return switch (fault) {
            case TOO_MANY -> tooMany(1);
            case SERVER_ERROR -> new GraphException(500, "InternalServerError", "An error has occurred");
            case UNAVAILABLE -> new GraphException(503, "ServiceUnavailable", "Service unavailable");
            case UNAVAILABLE_RETRY_AFTER ->
                new GraphException(503, "ServiceUnavailable", "Service unavailable", Map.of("Retry-After", "7"));
            case UNAUTHORIZED -> unauthorized();
            case CONFLICT -> new GraphException(409, "Conflict", intune("The resource is in conflict with its state."));
            case PRECONDITION_FAILED -> new GraphException(412, "PreconditionFailed", intune("ConditionNotMet"));
            case NOT_FOUND -> new GraphException(404, "ResourceNotFound", intune("The resource was not found."));
            case REFUSED -> GraphException.badRequest(intune("The request is not valid."));
            case APPROVAL_REQUIRED ->
                new GraphException(
                        403,
                        "Forbidden",
                        intune("This operation requires Multi Admin Approval. Header 'x-msft-approval-justification'"
                                + " is required to request approval"));
            default -> throw new IllegalStateException(fault + " is none of " + kind + " " + call.path());
        };
    }

    /** The application that the call is about. */
    App app(GraphCall call) {
        return apps.required(
                call.tenant().id(), call.segment("app"), !call.method().equals("GET"));
    }

    static void require(String problem) {
        if (!problem.isEmpty()) {
            throw GraphException.badRequest(intune(problem));
        }
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                + "\"";
    }

    private static String intune(String message) {
        String whole = message
                + " - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: "
                + UUID.randomUUID() + " - Url: https://fef.msua09.manage.microsoft.com/";
        return String.join(
                "\r\n  ",
                "{",
                "\"_version\": 3,",
                "\"Message\": " + quoted(whole) + ",",
                "\"CustomApiErrorPhrase\": \"\",",
                "\"RetryAfter\": null,",
                "\"ErrorSourceService\": \"\",",
                "\"HttpHeaders\": \"{}\"\r\n}");
    }
}

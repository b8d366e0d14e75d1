package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.GraphCallRecord;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.TenantState;
import io.patchbay.simulator.directory.Throttle;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers calls: throttling first, then the route, its permission, Intune's license, and the handler. */
@SimulatorComponent
final class Graph {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final List<Route> routes;
    private final MovableClock clock;

    Graph(List<Routes> routes, MovableClock clock) {
        this.routes = routes.stream().flatMap(each -> each.routes().stream()).toList();
        this.clock = clock;
    }

    /** The answer to a call with that token's roles; a refusal is an answer too. */
    GraphReply answer(GraphCall call, Set<String> roles, String requestId, String clientRequestId) {
        GraphReply reply;
        try {
            reply = handle(call, roles);
        } catch (GraphException refused) {
            reply = refusal(refused, requestId, clientRequestId);
        }
        call.tenant()
                .state()
                .record(new GraphCallRecord(call.method(), pathWithQuery(call), reply.status(), clock.instant()));
        return reply;
    }

    private GraphReply handle(GraphCall call, Set<String> roles) {
        checkThrottle(call.tenant().state());
        for (Route route : routes) {
            Optional<Map<String, String>> found = route.match(call.path());
            if (found.isPresent() && route.method().equals(call.method())) {
                route.access().check(roles);
                checkLicense(call, route);
                return route.handler().apply(call.with(found.get()));
            }
        }
        throw GraphException.badRequest("Resource not found for the segment '"
                + call.path().substring(1).split("/", 2)[0] + "'.");
    }

    private static void checkThrottle(TenantState state) {
        Optional<Throttle> throttled = state.throttled();
        if (throttled.isPresent()) {
            Map<String, String> headers = new HashMap<>();
            if (throttled.get().retryAfter() != null) {
                headers.put(
                        "Retry-After",
                        String.valueOf(throttled.get().retryAfter().toSeconds()));
            }
            throw new GraphException(429, "TooManyRequests", "Too many requests.", headers);
        }
    }

    private static void checkLicense(GraphCall call, Route route) {
        if (route.access().service() == Access.Service.INTUNE
                && !call.tenant().state().intuneLicense()) {
            throw GraphException.badRequest("Request not applicable to target tenant.");
        }
    }

    GraphReply refusal(GraphException refused, String requestId, String clientRequestId) {
        Map<String, String> inner = Map.of(
                "date", DATE.format(clock.instant()), "request-id", requestId, "client-request-id", clientRequestId);
        return new GraphReply(
                refused.status(),
                refused.headers(),
                Map.of(
                        "error",
                        Map.of(
                                "code",
                                refused.code(),
                                "message",
                                String.valueOf(refused.getMessage()),
                                "innerError",
                                inner)));
    }

    private static String pathWithQuery(GraphCall call) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(call.path());
        call.query().forEach((name, value) -> uri.queryParam(name, value));
        return uri.build().toString();
    }
}

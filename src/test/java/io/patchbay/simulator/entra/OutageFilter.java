package io.patchbay.simulator.entra;

import io.patchbay.simulator.Outage;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Faults;
import io.patchbay.simulator.directory.MovableClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the token endpoint and Graph from answering while there is an {@link Outage}. */
@SimulatorComponent
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OutageFilter extends OncePerRequestFilter {
    private static final long LONGEST_SILENCE = 120_000;
    private static final EntraError TRANSIENT =
            EntraError.of("temporarily_unavailable", 503, 90033, "A transient error has occurred. Please try again.");

    private final Faults faults;
    private final MovableClock clock;
    private final JsonMapper json;

    OutageFilter(Faults faults, MovableClock clock, JsonMapper json) {
        this.faults = faults;
        this.clock = clock;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/graph/") && !path.endsWith("/oauth2/v2.0/token");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var outage = faults.outage();
        if (outage != Outage.NONE && !request.getRequestURI().startsWith("/graph/")) {
            faults.countTokenRequest();
        }
        switch (outage) {
            case NONE -> chain.doFilter(request, response);
            case SERVER_ERROR -> unavailable(request, response);
            case TIMEOUT -> {
                silence();
                unavailable(request, response);
            }
            case GARBAGE -> {
                response.setContentType("application/json");
                response.getOutputStream().print("<html>Proxy error</html>");
            }
            case SLOW_BODY -> {
                response.setContentType("application/json");
                response.getOutputStream().print("{\"value\":");
                response.flushBuffer();
                silence();
            }
        }
    }

    private void silence() {
        try {
            faults.awaitAnswering(LONGEST_SILENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Trace trace = Trace.of(request, clock);
        boolean graph = request.getRequestURI().startsWith("/graph/");
        response.setStatus(503);
        response.setContentType("application/json");
        response.getOutputStream().write(json.writeValueAsBytes(graph ? graphBody(trace) : trace.body(TRANSIENT)));
    }

    private static Map<String, Object> graphBody(Trace trace) {
        Map<String, String> inner = Map.of(
                "date", trace.timestamp(), "request-id", trace.traceId(), "client-request-id", trace.correlationId());
        return Map.of(
                "error",
                Map.of("code", "ServiceUnavailable", "message", "The service is unavailable.", "innerError", inner));
    }
}

package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Protocols;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its id, and hands back the client's own. */
@SimulatorComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter extends OncePerRequestFilter {
    static final String REQUEST_ID = "simulator.request-id";
    static final String CORRELATION_ID = "simulator.correlation-id";

    private final Protocols protocols;

    RequestIdFilter(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String requestId = UUID.randomUUID().toString();
        String presented = request.getHeader("client-request-id");
        boolean usable = presented != null && presented.matches("[0-9a-fA-F-]{36}");
        String correlationId = usable ? presented : UUID.randomUUID().toString();
        request.setAttribute(REQUEST_ID, requestId);
        request.setAttribute(CORRELATION_ID, correlationId);
        boolean graph = request.getRequestURI().startsWith("/graph/");
        response.setHeader(graph ? "request-id" : "x-ms-request-id", requestId);
        if (usable || graph) {
            response.setHeader("client-request-id", correlationId);
        }
        if (request.isSecure()) {
            protocols.spoke(request.getRequestURI(), request.getProtocol());
        }
        chain.doFilter(request, response);
    }
}

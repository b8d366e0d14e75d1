package io.patchbay.ui.error;

import io.patchbay.platform.correlation.Correlation;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its correlation ID, before anything else sees it, and catches what everything else let through. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

    private final ProblemTexts texts;

    CorrelationFilter(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String before = MDC.get(Correlation.KEY);
        String id = idOf(request);
        MDC.put(Correlation.KEY, id);
        response.setHeader(Correlation.HEADER, id);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!answered(failure, request, response)) {
                throw failure;
            }
        } finally {
            Correlation.restore(before);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Never the client's: an identifier that others can choose proves nothing. */
    private static String idOf(HttpServletRequest request) {
        if (request.getAttribute(Correlation.KEY) instanceof String known) {
            return known;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(Correlation.KEY, id);
        return id;
    }

    /**
     * Here rather than in the container, whose log line would come without the correlation ID. The error page itself passes
     * through here too, and may fail for the reason it is to tell, such as a database that is away.
     */
    private boolean answered(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ErrorDescription fault = ErrorDescription.of(failure);
        fault.log(failure);
        if (response.isCommitted()) {
            return false;
        }
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            PlainProblem.of(texts.problem(fault, null), texts.json(fault)).write(request, response);
            return true;
        }
        request.setAttribute(ErrorDescription.ATTRIBUTE, fault);
        response.sendError(fault.status());
        return true;
    }
}

package io.patchbay.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives an error page its headers where the request was refused before the security filters had written them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ErrorPageHeaders extends OncePerRequestFilter {

    private final BrowserPolicy policy;
    private final CacheControlHeadersWriter cache = new CacheControlHeadersWriter();

    ErrorPageHeaders(BrowserPolicy policy) {
        this.policy = policy;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        policy.writeHeaders(request, response);
        cache.writeHeaders(request, response);
        chain.doFilter(request, response);
    }
}

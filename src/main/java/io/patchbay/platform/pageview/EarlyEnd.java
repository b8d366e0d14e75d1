package io.patchbay.platform.pageview;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the transaction of a page view when the response is about to go out: the session is stored at that moment, by a
 * connection of its own, and nobody waits for one connection while holding another. What was read for the page is forgotten
 * with the request.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EarlyEnd extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new OnCommittedResponseWrapper(response) {
                @Override
                protected void onResponseCommitted() {
                    PageTransactions.end();
                }
            });
        } finally {
            PageView.close();
        }
    }
}

package io.patchbay.account.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the session that a request has stored, for the rest of that request. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class RequestSession extends OncePerRequestFilter {

    private static final ScopedValue<AtomicReference<Optional<Session>>> KEPT = ScopedValue.newInstance();

    static void keep(Session session) {
        set(Optional.of(session));
    }

    static void forget() {
        set(Optional.empty());
    }

    private static void set(Optional<Session> session) {
        if (KEPT.isBound()) {
            KEPT.get().set(session);
        }
    }

    static Optional<Session> kept(String id) {
        return KEPT.isBound()
                ? KEPT.get().get().filter(session -> session.getId().equals(id))
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(KEPT, new AtomicReference<>(Optional.empty())).<Boolean, Exception>call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}

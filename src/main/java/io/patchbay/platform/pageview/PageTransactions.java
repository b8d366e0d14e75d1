package io.patchbay.platform.pageview;

import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * One read-only transaction around the controller and the layout of a page that a member of a company, a signed-in person or
 * the vendor's staff reads, and all of the page shows the same moment: a banner says of a connection what the page below it
 * does, though a check ended in between. It ends before the first byte goes out, before an error page is made, and before
 * anything outside is called; what was read by then stays remembered until the page is made.
 */
@Component
public class PageTransactions implements HandlerInterceptor, HandlerExceptionResolver, Ordered {

    private static final Object OPEN = PageTransactions.class;
    private static final List<Class<? extends Annotation>> FOR_THE_SIGNED_IN =
            List.of(Requires.class, SignedIn.class, ForStaff.class);

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final PageTurns turns;

    PageTransactions(ObjectProvider<PlatformTransactionManager> transactions, PageTurns turns) {
        this.transactions = transactions;
        this.turns = turns;
    }

    private record Open(PlatformTransactionManager manager, TransactionStatus status, Runnable turn) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET") && handler instanceof HandlerMethod method && isPage(method)) {
            PageView.open();
            if (FOR_THE_SIGNED_IN.stream().anyMatch(method::hasMethodAnnotation)) {
                begin(turns.await());
            }
        }
        return true;
    }

    private void begin(Runnable turn) {
        try {
            var manager = transactions.getObject();
            TransactionSynchronizationManager.bindResource(OPEN, new Open(manager, begun(manager), turn));
        } catch (RuntimeException e) {
            turn.run();
            throw e;
        }
    }

    private static TransactionStatus begun(PlatformTransactionManager manager) {
        var definition = new DefaultTransactionDefinition();
        definition.setReadOnly(true);
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setName("page view");
        return manager.getTransaction(definition);
    }

    private static boolean isPage(HandlerMethod method) {
        return method.getReturnType().getParameterType() == String.class
                && !method.hasMethodAnnotation(InOwnTransactions.class);
    }

    /** Ends the transaction of the page view, where one is open; what was read stays remembered. */
    public static void end() {
        if (TransactionSynchronizationManager.unbindResourceIfPossible(OPEN) instanceof Open open) {
            try {
                end(open);
            } finally {
                open.turn().run();
            }
        }
    }

    private static void end(Open open) {
        if (open.status().isRollbackOnly()) {
            open.manager().rollback(open.status());
        } else {
            open.manager().commit(open.status());
        }
    }

    /** A page that was made in transactions of its own, or that a form shows again, asks once for what is around it. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null) {
            PageView.open();
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        end();
        PageView.close();
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        end();
        PageView.open();
        return null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}

package io.patchbay.signin;

import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** The one place where rights are checked: a handler method says who may call it, and one that says nothing is closed. */
class RightsInterceptor implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RightsInterceptor.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || isFrameworkOwn(method)) {
            return true;
        }
        if (method.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        if (Current.scope().isEmpty()) {
            throw new RefusedException("rights.signIn");
        }
        var staff = method.getMethodAnnotation(ForStaff.class);
        if (staff != null) {
            return isStaff(staff.value(), request);
        }
        var requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            return signedInSuffices(method, request);
        }
        if (Current.companyIfAny().isEmpty()) {
            response.sendRedirect("/companies");
            return false;
        }
        if (!Current.may(requires.value())) {
            throw refused("rights." + requires.value().name(), request);
        }
        return true;
    }

    private static boolean isStaff(StaffRole role, HttpServletRequest request) {
        var unconfirmed = StaffRoles.unconfirmed(request);
        if (unconfirmed.isPresent()) {
            told(unconfirmed.get().messageKey(), request);
            throw unconfirmed.get();
        }
        if (!Current.is(role)) {
            told("no " + role, request);
            throw new NotFoundException();
        }
        return true;
    }

    private static boolean signedInSuffices(HandlerMethod method, HttpServletRequest request) {
        if (method.hasMethodAnnotation(SignedIn.class)) {
            return true;
        }
        throw refused("rights.undeclared", request);
    }

    private static RefusedException refused(String reason, HttpServletRequest request) {
        told(reason, request);
        return new RefusedException(reason);
    }

    /** Of the address only its pattern, which nobody else wrote. */
    private static void told(String reason, HttpServletRequest request) {
        LOG.info(
                "{} was refused {} {}: {}",
                Current.scope()
                        .map(Current.Scope::actor)
                        .filter(Actor.Human.class::isInstance)
                        .map(actor -> ((Actor.Human) actor).id().toString())
                        .orElse("Nobody"),
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                reason);
    }

    /** Spring Boot's own handlers, such as the health endpoint, which show nothing of a company. */
    private static boolean isFrameworkOwn(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.springframework.boot");
    }
}

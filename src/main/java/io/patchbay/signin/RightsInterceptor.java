package io.patchbay.signin;

import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.tenancy.Current;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** The one place where rights are checked: a handler method says who may call it, and one that says nothing is closed. */
class RightsInterceptor implements HandlerInterceptor {

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
            return isStaff(staff.value());
        }
        var requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            return signedInSuffices(method);
        }
        if (Current.companyIfAny().isEmpty()) {
            response.sendRedirect("/companies");
            return false;
        }
        if (!Current.may(requires.value())) {
            throw new RefusedException("rights." + requires.value().name());
        }
        return true;
    }

    private static boolean isStaff(StaffRole role) {
        if (!Current.is(role)) {
            throw new NotFoundException();
        }
        return true;
    }

    private static boolean signedInSuffices(HandlerMethod method) {
        if (method.hasMethodAnnotation(SignedIn.class)) {
            return true;
        }
        throw new RefusedException("rights.undeclared");
    }

    /** Spring Boot's own handlers, such as the health endpoint, which show nothing of a company. */
    private static boolean isFrameworkOwn(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.springframework.boot");
    }
}

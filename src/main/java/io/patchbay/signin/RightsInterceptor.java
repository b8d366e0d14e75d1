package io.patchbay.signin;

import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.ForStaff;
import io.patchbay.tenancy.OpenToAll;
import io.patchbay.tenancy.Requires;
import io.patchbay.tenancy.SignedIn;
import io.patchbay.tenancy.StaffRole;
import io.patchbay.web.NotFoundException;
import io.patchbay.web.RefusedException;
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

    /** Spring Boot's own handlers: health and the error page, neither of which shows anything of a company. */
    private static boolean isFrameworkOwn(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.springframework.boot");
    }
}

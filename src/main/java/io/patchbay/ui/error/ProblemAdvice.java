package io.patchbay.ui.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Answers whatever a handler throws, unless its own module has something better to say. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private final ProblemView problems;

    ProblemAdvice(ProblemView problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        ErrorDescription fault = ErrorDescription.of(failure);
        fault.log(failure);
        return this.problems.of(fault, EnteredValue.of(request), request, response);
    }

    /** Belongs to the security filters, which know whether the visitor has yet to sign in. */
    @ExceptionHandler
    void leaveToSecurity(AccessDeniedException failure) {
        throw failure;
    }

    /** Belongs to the security filters too. */
    @ExceptionHandler
    void leaveToSecurity(AuthenticationException failure) {
        throw failure;
    }

    /** Nobody is listening any more. */
    @ExceptionHandler
    @SuppressWarnings("unused")
    void ignore(AsyncRequestNotUsableException failure) {}
}

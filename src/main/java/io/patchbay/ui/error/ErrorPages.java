package io.patchbay.ui.error;

import io.patchbay.platform.access.OpenToAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what never reached a handler: refused by a filter, by the container, or failed while being rendered. */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemView problems;

    ErrorPages(ProblemView problems) {
        this.problems = problems;
    }

    @OpenToAll
    @RequestMapping("${spring.web.error.path:/error}")
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) {
        return this.problems.of(fault(request), request, response);
    }

    private static ErrorDescription fault(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            return ErrorDescription.of(404);
        }
        if (request.getAttribute(ErrorDescription.ATTRIBUTE) instanceof ErrorDescription fault) {
            return fault;
        }
        return ErrorDescription.of(status);
    }
}

package io.patchbay.ui.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Lets the error page say why the security filters refused somebody; the filter chain is given it as its handler. */
@Component
class RefusalHandler implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (!response.isCommitted()) {
            ErrorDescription fault = ErrorDescription.of(refusal);
            request.setAttribute(ErrorDescription.ATTRIBUTE, fault);
            response.sendError(fault.status());
        }
    }
}

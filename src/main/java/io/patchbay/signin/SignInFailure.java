package io.patchbay.signin;

import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Leads a failed sign-in to a page that says what happened. */
@Component
class SignInFailure implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        var problem = problem(request, exception);
        LOG.info("Sign-in failed: {}", problem);
        response.sendRedirect("/sign-in?problem=" + problem.name().toLowerCase(Locale.ROOT));
    }

    private static SignInProblem problem(HttpServletRequest request, AuthenticationException exception) {
        if (request.getParameter("error") != null) {
            var diagnosis = Diagnosis.ofRedirect(
                    request.getParameter("error"),
                    request.getParameter("error_description"),
                    request.getParameter("error_subcode"));
            return ofMicrosoft(diagnosis.problem());
        }
        if (exception instanceof OAuth2AuthenticationException e) {
            return switch (e.getError().getErrorCode()) {
                case "authorization_request_not_found", "invalid_state_parameter" -> SignInProblem.STALE;
                case "invalid_id_token", "invalid_nonce" -> SignInProblem.INVALID;
                case "invalid_client" -> {
                    LOG.error(
                            "ALERT: Entra ID is rejecting Patchbay's own credential at sign-in. See the operator page");
                    yield SignInProblem.OPERATOR;
                }
                case "invalid_grant" -> SignInProblem.STALE;
                default -> SignInProblem.UNAVAILABLE;
            };
        }
        return SignInProblem.UNAVAILABLE;
    }

    private static SignInProblem ofMicrosoft(ConsentProblem problem) {
        return switch (problem) {
            case CANCELED, DECLINED -> SignInProblem.CANCELED;
            case ADMIN_APPROVAL_NEEDED, NOT_ASSIGNED -> SignInProblem.APPROVAL;
            case BLOCKED_BY_POLICY, MFA_NEEDED -> SignInProblem.POLICY;
            case SIGN_IN_STALE -> SignInProblem.STALE;
            case WRONG_ACCOUNT -> SignInProblem.INVALID;
            default ->
                problem.responsible() == ConsentProblem.Responsible.OPERATOR
                        ? SignInProblem.OPERATOR
                        : SignInProblem.UNAVAILABLE;
        };
    }
}

package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.Faults;
import io.patchbay.simulator.directory.Faults.RedirectFault;
import io.patchbay.simulator.directory.Registration;
import io.patchbay.simulator.entra.SignIn.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the application sends a browser: authorize and adminconsent. What is wrong with the client or its redirect URI
 * is said on a page, everything else by redirect.
 */
@SimulatorController
final class AuthorizeController {
    private static final Set<String> SCOPES =
            Set.of("openid", "profile", "email", "offline_access", "User.Read", "/User.Read", "/.default");
    private static final Set<String> PROMPTS = Set.of("login", "none", "consent", "select_account");

    private final Authorities authorities;
    private final Registration registration;
    private final Faults faults;
    private final SignInFlow flow;
    private final Answers answers;
    private final OutcomeViews views;

    AuthorizeController(
            Authorities authorities,
            Registration registration,
            Faults faults,
            SignInFlow flow,
            Answers answers,
            OutcomeViews views) {
        this.authorities = authorities;
        this.registration = registration;
        this.faults = faults;
        this.flow = flow;
        this.answers = answers;
        this.views = views;
    }

    @GetMapping("/{tenant}/oauth2/v2.0/authorize")
    ModelAndView authorize(@PathVariable String tenant, HttpServletRequest request) {
        Authority authority = authorities.resolve(tenant);
        SignIn signIn = new SignIn(Purpose.SIGN_IN, authority, parameters(request));
        checkClient(signIn, tenant);
        Optional<RedirectFault> scripted = faults.takeSignInFault();
        if (scripted.isPresent()) {
            return views.view(answers.scripted(signIn, scripted.get()));
        }
        return firstFault(signIn)
                .map(error -> views.view(answers.error(signIn, error)))
                .orElseGet(() -> views.view(flow.start(signIn, request)));
    }

    private Optional<EntraError> firstFault(SignIn signIn) {
        String type = signIn.parameter("response_type");
        if (type == null) {
            return Optional.of(EntraErrors.missingParameter("response_type"));
        }
        if (!type.equals("code")) {
            return Optional.of(EntraErrors.unsupportedResponseType(type));
        }
        if (signIn.parameter("scope") == null) {
            return Optional.of(EntraErrors.missingParameter("scope"));
        }
        for (String scope : signIn.scopes()) {
            if (!SCOPES.contains(scope.replace(registration.graph(), ""))) {
                return Optional.of(EntraErrors.invalidScope(scope));
            }
        }
        String mode = signIn.parameter("response_mode");
        if (mode != null && !List.of("query", "fragment", "form_post").contains(mode)) {
            return Optional.of(EntraErrors.invalidValue("response_mode"));
        }
        String prompt = signIn.parameter("prompt");
        if (prompt != null && !PROMPTS.containsAll(List.of(prompt.split(" ")))) {
            return Optional.of(EntraErrors.invalidValue("prompt"));
        }
        if (signIn.prompts("select_account") && signIn.parameter("login_hint") != null) {
            return Optional.of(EntraErrors.promptWithHint());
        }
        return challengeFault(signIn.parameter("code_challenge"), signIn.parameter("code_challenge_method"));
    }

    private static Optional<EntraError> challengeFault(@Nullable String challenge, @Nullable String method) {
        if (method != null && !List.of("S256", "plain").contains(method)) {
            return Optional.of(EntraErrors.invalidValue("code_challenge_method"));
        }
        if (challenge == null) {
            return method == null ? Optional.empty() : Optional.of(EntraErrors.missingParameter("code_challenge"));
        }
        return challenge.matches("[A-Za-z0-9._~-]{43,128}")
                ? Optional.empty()
                : Optional.of(EntraErrors.invalidValue("code_challenge"));
    }

    /** The v2 endpoint, which demands a scope and a tenant. */
    @GetMapping("/{tenant}/v2.0/adminconsent")
    ModelAndView adminConsent(@PathVariable String tenant, HttpServletRequest request) {
        Authority authority = authorities.resolve(tenant);
        if (authority.isCommon()) {
            throw EntraErrors.commonConsent().exception();
        }
        SignIn signIn = new SignIn(Purpose.ADMIN_CONSENT, authority, parameters(request));
        return adminConsent(signIn, tenant, request, true);
    }

    /** The v1 endpoint, which has no scope. */
    @GetMapping("/{tenant}/adminconsent")
    ModelAndView adminConsentV1(@PathVariable String tenant, HttpServletRequest request) {
        SignIn signIn = new SignIn(Purpose.ADMIN_CONSENT, authorities.resolve(tenant), parameters(request));
        return adminConsent(signIn, tenant, request, false);
    }

    private ModelAndView adminConsent(SignIn signIn, String tenant, HttpServletRequest request, boolean scoped) {
        checkClient(signIn, tenant);
        Optional<RedirectFault> scripted = faults.takeConsentFault();
        if (scripted.isPresent()) {
            return views.view(answers.scripted(signIn, scripted.get()));
        }
        String scope = signIn.parameter("scope");
        if (scoped && scope == null) {
            return views.view(answers.error(signIn, EntraErrors.missingParameter("scope")));
        }
        if (scoped && !signIn.scopes().contains(registration.graph() + "/.default")) {
            return views.view(answers.error(signIn, EntraErrors.invalidScope(String.valueOf(scope))));
        }
        return views.view(flow.start(signIn, request));
    }

    private void checkClient(SignIn signIn, String tenant) {
        String client = signIn.parameter("client_id");
        if (client == null) {
            throw EntraErrors.missingParameter("client_id").exception();
        }
        if (!SimulatedMicrosoft.CLIENT_ID.equalsIgnoreCase(client)) {
            throw EntraErrors.unknownApplication(client, tenant).exception();
        }
        String redirectUri = signIn.parameter("redirect_uri");
        if (redirectUri == null) {
            throw EntraErrors.missingRedirectUri().exception();
        }
        if (registration.redirectUris().isEmpty()) {
            throw EntraErrors.noRedirectUri().exception();
        }
        if (!registration.hasRedirectUri(redirectUri)) {
            throw EntraErrors.redirectUriMismatch(redirectUri).exception();
        }
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> single = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw EntraErrors.invalidValue(name).exception();
            }
            single.put(name, values[0]);
        });
        return single;
    }

    @ExceptionHandler
    ModelAndView refused(EntraException refused) {
        return views.problem(refused.entraError(), null);
    }
}

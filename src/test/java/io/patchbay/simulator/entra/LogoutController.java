package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Registration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sign-out (v2-protocols-oidc.md): of one account, or of the one that is meant. */
@SimulatorController
final class LogoutController {
    private final Authorities authorities;
    private final Browsers browsers;
    private final Registration registration;
    private final OutcomeViews views;

    LogoutController(Authorities authorities, Browsers browsers, Registration registration, OutcomeViews views) {
        this.authorities = authorities;
        this.browsers = browsers;
        this.registration = registration;
        this.views = views;
    }

    @RequestMapping(
            path = "/{tenant}/oauth2/v2.0/logout",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView signOut(
            @PathVariable String tenant,
            @RequestParam(name = "post_logout_redirect_uri", required = false) @Nullable String next,
            @RequestParam(name = "logout_hint", required = false) @Nullable String hint,
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request) {
        authorities.resolve(tenant);
        List<Person> accounts = List.copyOf(browsers.accounts(request));
        List<Person> hinted = accounts.stream()
                .filter(person -> TokenClaims.loginHint(person).equals(hint)
                        || person.signInName().equalsIgnoreCase(hint))
                .toList();
        (hinted.isEmpty() ? accounts : hinted).forEach(person -> browsers.signOut(request, person));
        if (next == null || !registration.hasRedirectUri(next)) {
            return new ModelAndView("signed-out");
        }
        String separator = next.contains("?") ? "&" : "?";
        return redirect(state == null ? next : next + separator + "state=" + state);
    }

    private static ModelAndView redirect(String location) {
        RedirectView view = new RedirectView(location, false, true, false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }

    @ExceptionHandler
    ModelAndView refused(EntraException refused) {
        return views.problem(refused.entraError(), null);
    }
}

package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.entra.SignIn.Step;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages that a person sees, in the order he knows: account, password, permissions. */
@SimulatorController
final class SignInController {
    private final SignIns signIns;
    private final SignInFlow flow;
    private final Browsers browsers;
    private final Directory directory;
    private final OutcomeViews views;
    private final PageModels pages;

    SignInController(
            SignIns signIns,
            SignInFlow flow,
            Browsers browsers,
            Directory directory,
            OutcomeViews views,
            PageModels pages) {
        this.signIns = signIns;
        this.flow = flow;
        this.browsers = browsers;
        this.directory = directory;
        this.views = views;
        this.pages = pages;
    }

    @GetMapping("/signin/{id}")
    String page(@PathVariable String id, Model model, HttpServletRequest request) {
        return pages.fill(find(id), model, browsers.accounts(request));
    }

    @PostMapping("/signin/{id}/account")
    ModelAndView choose(@PathVariable String id, @RequestParam String account, HttpServletRequest request) {
        SignIn signIn = find(id);
        Optional<Person> chosen = browsers.accounts(request).stream()
                .filter(person -> person.id().toString().equals(account))
                .findFirst();
        if (chosen.isEmpty()) {
            signIn.forgetPerson();
            return views.view(new Outcome.Page(signIn));
        }
        signIn.signedIn(chosen.get());
        return views.view(flow.proceed(signIn, request));
    }

    @PostMapping("/signin/{id}/username")
    ModelAndView username(@PathVariable String id, @RequestParam String username) {
        SignIn signIn = find(id);
        Optional<Person> person = directory.account(username);
        if (person.isPresent()) {
            signIn.askPasswordOf(person.get());
        } else {
            signIn.show(Step.USERNAME, "We couldn't find an account with that user name. (AADSTS50034)");
        }
        return views.view(new Outcome.Page(signIn));
    }

    @PostMapping("/signin/{id}/password")
    ModelAndView password(
            @PathVariable String id,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignIn signIn = find(id);
        Person person = signIn.candidate();
        if (person == null) {
            return views.view(new Outcome.Page(signIn));
        }
        if (!SimulatedMicrosoft.PASSWORD.equals(password)) {
            signIn.show(Step.PASSWORD, "Your account or password is incorrect. (AADSTS50126)");
            return views.view(new Outcome.Page(signIn));
        }
        browsers.signIn(request, response, person);
        signIn.signedIn(person);
        return views.view(flow.proceed(signIn, request));
    }

    @PostMapping("/signin/{id}/consent")
    ModelAndView consent(
            @PathVariable String id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "false") boolean organization,
            HttpServletRequest request) {
        SignIn signIn = find(id);
        Person person = signIn.person();
        if (signIn.step() != Step.CONSENT || person == null) {
            return views.view(new Outcome.Page(signIn));
        }
        if (!decision.equals("accept")) {
            return views.view(flow.decline(signIn));
        }
        if (organization && !signIn.isAdminConsent() && person.mayConsentForOrganization()) {
            directory.tenant(person.tenant()).state().consentToSignInForAll();
        }
        signIn.accept();
        return views.view(flow.proceed(signIn, request));
    }

    /** "Sign in with that account", "Use another account": back to the beginning, whoever is signed in. */
    @PostMapping("/signin/{id}/other")
    ModelAndView other(@PathVariable String id, HttpServletRequest request) {
        SignIn signIn = find(id);
        signIn.forgetPerson();
        signIn.show(browsers.accounts(request).size() > 1 ? Step.PICK : Step.USERNAME, null);
        return views.view(new Outcome.Page(signIn));
    }

    /** Back to the application without anything. */
    @GetMapping("/signin/{id}/cancel")
    ModelAndView cancel(@PathVariable String id) {
        return views.view(flow.cancel(find(id)));
    }

    private SignIn find(String id) {
        return signIns.find(id).orElseThrow(() -> EntraErrors.signInIsOver().exception());
    }

    @ExceptionHandler
    ModelAndView refused(EntraException refused) {
        return views.problem(refused.entraError(), null);
    }
}

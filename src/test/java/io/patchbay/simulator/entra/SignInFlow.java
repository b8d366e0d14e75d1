package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.ConsentObstacle;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.ServicePrincipal;
import io.patchbay.simulator.directory.Tenant;
import io.patchbay.simulator.directory.TenantState;
import io.patchbay.simulator.entra.SignIn.Step;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Decides what comes next in a sign-in: which account, its password, its consent, and then the answer. */
@SimulatorComponent
final class SignInFlow {
    private final Directory directory;
    private final Browsers browsers;
    private final SignIns signIns;
    private final Codes codes;
    private final Answers answers;

    SignInFlow(Directory directory, Browsers browsers, SignIns signIns, Codes codes, Answers answers) {
        this.directory = directory;
        this.browsers = browsers;
        this.signIns = signIns;
        this.codes = codes;
        this.answers = answers;
    }

    /** From the application's request: who is it, as far as the browser knows? */
    Outcome start(SignIn signIn, HttpServletRequest request) {
        List<Person> accounts = browsers.accounts(request);
        Optional<Person> hinted =
                Optional.ofNullable(signIn.parameter("login_hint")).flatMap(directory::account);
        if (signIn.prompts("login")) {
            return askFor(signIn, hinted);
        }
        if (signIn.prompts("select_account")) {
            return accounts.isEmpty() ? page(signIn, Step.USERNAME) : page(signIn, Step.PICK);
        }
        if (hinted.isPresent()) {
            if (accounts.contains(hinted.get())) {
                signIn.signedIn(hinted.get());
                return proceed(signIn, request);
            }
            return signIn.prompts("none")
                    ? finish(signIn, answers.error(signIn, EntraErrors.loginRequired()))
                    : askFor(signIn, hinted);
        }
        if (accounts.size() == 1) {
            signIn.signedIn(accounts.getFirst());
            return proceed(signIn, request);
        }
        if (signIn.prompts("none")) {
            return finish(signIn, answers.error(signIn, EntraErrors.loginRequired()));
        }
        return accounts.isEmpty() ? page(signIn, Step.USERNAME) : page(signIn, Step.PICK);
    }

    private Outcome askFor(SignIn signIn, Optional<Person> hinted) {
        if (hinted.isEmpty()) {
            return page(signIn, Step.USERNAME);
        }
        signIn.askPasswordOf(hinted.get());
        signIns.keep(signIn);
        return new Outcome.Page(signIn);
    }

    /** From the moment that it is known whose account it is: at home, or as a guest where the request names a tenant. */
    Outcome proceed(SignIn signIn, HttpServletRequest request) {
        Person person = signIn.person();
        if (person == null) {
            return page(signIn, Step.USERNAME);
        }
        Tenant asked = signIn.authority().tenant();
        Tenant tenant = asked == null ? directory.tenant(person.account().tenant()) : asked;
        Optional<Person> member = directory.in(tenant, person);
        if (member.isEmpty()) {
            return stranger(signIn, EntraErrors.notInTenant(person, tenant));
        }
        signIn.signedIn(member.get());
        Optional<ServicePrincipal> principal = tenant.state().servicePrincipal();
        if (principal.isPresent() && !principal.get().enabled()) {
            return new Outcome.Problem(EntraErrors.disabled(), null);
        }
        return signIn.isAdminConsent()
                ? adminConsent(signIn, member.get(), tenant)
                : userConsent(signIn, member.get(), tenant.state(), request);
    }

    private Outcome stranger(SignIn signIn, EntraError wrong) {
        if (signIn.isAdminConsent()) {
            return finish(signIn, answers.error(signIn, wrong));
        }
        signIns.keep(signIn);
        return new Outcome.Problem(wrong, signIn);
    }

    private Outcome adminConsent(SignIn signIn, Person person, Tenant tenant) {
        if (!person.mayConsentForOrganization()) {
            return page(signIn, Step.APPROVAL);
        }
        if (!signIn.isAccepted()) {
            return page(signIn, Step.CONSENT);
        }
        ConsentObstacle obstacle = tenant.state().obstacle();
        if (obstacle != ConsentObstacle.NONE) {
            return finish(signIn, answers.error(signIn, EntraErrors.obstacle(obstacle)));
        }
        tenant.state().consentForOrganization();
        return finish(signIn, answers.consented(signIn, tenant));
    }

    private Outcome userConsent(SignIn signIn, Person person, TenantState state, HttpServletRequest request) {
        boolean asks = !state.hasConsent(person) || !state.covers(person, signIn.scopes()) || signIn.prompts("consent");
        if (asks && !signIn.isAccepted()) {
            if (signIn.prompts("none")) {
                return finish(signIn, answers.error(signIn, EntraErrors.consentRequired()));
            }
            boolean may = state.userConsentAllowed() || person.mayConsentForOrganization();
            return page(signIn, may ? Step.CONSENT : Step.APPROVAL);
        }
        if (asks) {
            state.consent(person, signIn.scopes());
        }
        String session = browsers.sessionOf(request, person.account());
        return finish(signIn, answers.code(signIn, codes.issue(signIn, person, session), session));
    }

    Outcome decline(SignIn signIn) {
        return finish(signIn, answers.error(signIn, EntraErrors.declined()));
    }

    Outcome cancel(SignIn signIn) {
        return finish(signIn, answers.canceled(signIn));
    }

    private Outcome page(SignIn signIn, Step step) {
        signIn.show(step, null);
        signIns.keep(signIn);
        return new Outcome.Page(signIn);
    }

    private Outcome finish(SignIn signIn, Outcome outcome) {
        signIns.finished(signIn);
        return outcome;
    }
}

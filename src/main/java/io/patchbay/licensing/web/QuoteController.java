package io.patchbay.licensing.web;

import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.Plans;
import io.patchbay.licensing.quote.Quotes;
import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The quote form, for whoever wants a license, signed in or not. */
@Controller
@RequestMapping("/quote")
class QuoteController {

    private final Quotes quotes;
    private final Licenses licenses;
    private final Plans plans;
    private final ObjectProvider<JavaMailSender> mail;

    QuoteController(Quotes quotes, Licenses licenses, Plans plans, ObjectProvider<JavaMailSender> mail) {
        this.quotes = quotes;
        this.licenses = licenses;
        this.plans = plans;
        this.mail = mail;
    }

    @GetMapping
    @OpenToAll
    String form(@RequestParam(name = "environment", required = false) @Nullable UUID environment, Model model) {
        refuseWhereSwitchedOff();
        model.addAttribute("quote", prefilled(environment));
        return page(model);
    }

    private QuoteForm prefilled(@Nullable UUID environment) {
        var person = Current.scope()
                .map(Current.Scope::actor)
                .flatMap(actor -> actor instanceof Actor.Human human ? Optional.of(human) : Optional.empty());
        return new QuoteForm(
                Current.scope()
                        .flatMap(scope -> Optional.ofNullable(scope.companyName()))
                        .orElse(""),
                person.map(Actor::name).orElse(""),
                person.map(Actor.Human::email).orElse(""),
                managedDevices(environment),
                plans.ofTrials().id(),
                "");
    }

    /** Those of the environment, or of all that the company has, where Intune was asked. */
    private @Nullable Integer managedDevices(@Nullable UUID environment) {
        if (Current.companyIfAny().isEmpty()) {
            return null;
        }
        if (environment == null) {
            var found = licenses.all().stream()
                    .map(license -> license.environment().managedDevices())
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .sum();
            return found == 0 ? null : found;
        }
        return licenses.of(new EnvironmentId(environment)).environment().managedDevices();
    }

    @PostMapping
    @OpenToAll
    String request(
            @Valid @ModelAttribute("quote") QuoteForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        refuseWhereSwitchedOff();
        if (plans.find(form.plan()).isEmpty()) {
            errors.rejectValue("plan", "quote.plan.required");
        }
        if (errors.hasErrors()) {
            return page(model);
        }
        try {
            redirect.addFlashAttribute("reference", quotes.request(form.quote(), request.getRemoteAddr()));
        } catch (TooManyRequestsException e) {
            errors.reject("problem.429.wait", new Object[] {e.retryAfterMinutes()}, null);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(e.retryAfterSeconds()));
            return page(model);
        }
        redirect.addFlashAttribute("email", form.email());
        return "redirect:/quote/sent";
    }

    @GetMapping("/sent")
    @OpenToAll
    String sent(Model model) {
        refuseWhereSwitchedOff();
        model.addAttribute("mailed", mailed());
        model.addAttribute("ofCompany", Current.companyIfAny().isPresent());
        return model.containsAttribute("reference") ? "licensing/quote-sent" : "redirect:/quote";
    }

    private String page(Model model) {
        model.addAttribute("plans", plans.names());
        model.addAttribute("mailed", mailed());
        return "licensing/quote";
    }

    /** Whether an answer can be promised by e-mail. */
    private boolean mailed() {
        return mail.getIfAvailable() != null;
    }

    private void refuseWhereSwitchedOff() {
        if (licenses.switchedOff()) {
            throw new NotFoundException();
        }
    }
}

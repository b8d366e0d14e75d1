package io.patchbay.company.web;

import io.patchbay.company.ChosenCompany;
import io.patchbay.company.Companies;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Founding a company. */
@Controller
class OnboardingController {

    private final Companies companies;
    private final MessageSourceAccessor messages;
    private final Countries countries;

    OnboardingController(Companies companies, MessageSourceAccessor messages, Countries countries) {
        this.companies = companies;
        this.messages = messages;
        this.countries = countries;
    }

    @GetMapping("/companies/new")
    @SignedIn
    String form(Person person, Model model) {
        model.addAttribute("onboarding", new OnboardingForm("", "", person.email(), false, false));
        return page(model);
    }

    @PostMapping("/companies")
    @SignedIn
    String create(
            @Valid @ModelAttribute("onboarding") OnboardingForm form,
            BindingResult errors,
            Person person,
            HttpSession session,
            RedirectAttributes redirect,
            Model model) {
        if (!form.country().isEmpty() && !countries.has(form.country())) {
            errors.rejectValue("country", "onboarding.country.required");
        }
        if (errors.hasErrors()) {
            return page(model);
        }
        ChosenCompany.choose(session, companies.register(form.company(), person, Current.actor()));
        Toasts.success(redirect, messages.getMessage("onboarding.done", new Object[] {form.name()}));
        return "redirect:/overview";
    }

    private String page(Model model) {
        model.addAttribute("countries", countries.choice());
        return "company/onboarding";
    }
}

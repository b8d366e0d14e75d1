package io.patchbay.company.web;

import io.patchbay.company.ChosenCompany;
import io.patchbay.company.Companies;
import io.patchbay.tenancy.Current;
import io.patchbay.tenancy.Person;
import io.patchbay.tenancy.SignedIn;
import io.patchbay.web.Toasts;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> COUNTRY_CODES = Set.of(Locale.getISOCountries());

    private static Map<String, String> countries(String choose) {
        var names = new LinkedHashMap<String, String>();
        names.put("", choose);
        COUNTRY_CODES.stream()
                .sorted(Comparator.comparing(OnboardingController::countryName))
                .forEach(code -> names.put(code, countryName(code)));
        return names;
    }

    private static String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private final Companies companies;
    private final MessageSourceAccessor messages;
    private final Map<String, String> countries;

    OnboardingController(Companies companies, MessageSourceAccessor messages) {
        this.companies = companies;
        this.messages = messages;
        this.countries = countries(messages.getMessage("onboarding.country.choose"));
    }

    @GetMapping("/companies/new")
    @SignedIn
    String form(Person person, Model model) {
        model.addAttribute("onboarding", new OnboardingForm("", "", person.email(), false));
        return page(model);
    }

    @PostMapping("/companies")
    @SignedIn
    String found(
            @Valid @ModelAttribute("onboarding") OnboardingForm form,
            BindingResult errors,
            Person person,
            HttpSession session,
            RedirectAttributes redirect,
            Model model) {
        if (!form.country().isEmpty() && !COUNTRY_CODES.contains(form.country())) {
            errors.rejectValue("country", "onboarding.country.required");
        }
        if (errors.hasErrors()) {
            return page(model);
        }
        ChosenCompany.choose(session, companies.found(form.company(), person, Current.actor()));
        Toasts.success(redirect, messages.getMessage("onboarding.done", new Object[] {form.name()}));
        return "redirect:/catalog";
    }

    private String page(Model model) {
        model.addAttribute("countries", countries);
        return "company/onboarding";
    }
}

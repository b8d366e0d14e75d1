package io.patchbay.account.web;

import io.patchbay.account.session.Sessions;
import io.patchbay.account.settings.PersonalSettings;
import io.patchbay.account.settings.PersonalSettings.Preferences;
import io.patchbay.account.settings.TimeZones;
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

/** The signed-in person's own page. */
@Controller
class AccountController {

    private final PersonalSettings settings;
    private final TimeZones zones;
    private final Sessions sessions;
    private final Companies companies;
    private final MessageSourceAccessor messages;

    AccountController(
            PersonalSettings settings,
            TimeZones zones,
            Sessions sessions,
            Companies companies,
            MessageSourceAccessor messages) {
        this.settings = settings;
        this.zones = zones;
        this.sessions = sessions;
        this.companies = companies;
        this.messages = messages;
    }

    @GetMapping("/account")
    @SignedIn
    String account(Person person, HttpSession session, Model model) {
        var preferences = settings.ofReader();
        model.addAttribute("preferences", PreferencesForm.of(preferences));
        return page(preferences, person, session, model);
    }

    @PostMapping("/account")
    @SignedIn
    String keep(
            @Valid @ModelAttribute("preferences") PreferencesForm form,
            BindingResult errors,
            Person person,
            HttpSession session,
            RedirectAttributes redirect,
            Model model) {
        if (!form.timeZone().isEmpty() && !zones.has(form.timeZone())) {
            errors.rejectValue("timeZone", "account.zone.unknown");
        }
        if (errors.hasErrors()) {
            return page(settings.ofReader(), person, session, model);
        }
        settings.save(person.id(), form.preferences());
        Toasts.success(redirect, messages.getMessage("account.saved"));
        return "redirect:/account";
    }

    private String page(Preferences kept, Person person, HttpSession session, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("noticesGoTo", kept.noticesTo(person.email()));
        model.addAttribute("zones", zones.byArea());
        model.addAttribute("sessions", sessions.of(person.id(), session.getId()));
        model.addAttribute("companies", companies.choicesOf(person));
        model.addAttribute("current", Current.companyIfAny().orElse(null));
        return "account/account";
    }
}

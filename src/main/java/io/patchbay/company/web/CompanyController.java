package io.patchbay.company.web;

import io.patchbay.company.deletion.CompanyDeletion;
import io.patchbay.company.settings.CompanySettings;
import io.patchbay.event.EventRetention;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Company. */
@Controller
@RequestMapping("/settings/company")
class CompanyController {

    private final CompanySettings settings;
    private final CompanyDeletion deletion;
    private final EventRetention retention;
    private final Countries countries;
    private final WindowsLanguages languages;
    private final MessageSourceAccessor messages;

    CompanyController(
            CompanySettings settings,
            CompanyDeletion deletion,
            EventRetention retention,
            Countries countries,
            WindowsLanguages languages,
            MessageSourceAccessor messages) {
        this.settings = settings;
        this.retention = retention;
        this.deletion = deletion;
        this.countries = countries;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_COMPANY)
    String general(Model model) {
        model.addAttribute("company", CompanyForm.of(settings.get()));
        return page(model);
    }

    @PostMapping
    @Requires(Capability.MANAGE_COMPANY)
    String change(
            @Valid @ModelAttribute("company") CompanyForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        if (!form.country().isEmpty() && !countries.has(form.country())) {
            errors.rejectValue("country", "onboarding.country.required");
        }
        if (!languages.has(form.appLanguage())) {
            errors.rejectValue("appLanguage", "company.language.wrong");
        }
        if (errors.hasErrors()) {
            return page(model);
        }
        settings.change(form.general());
        Toasts.success(redirect, messages.getMessage("company.updated"));
        return "redirect:/settings/company";
    }

    private String page(Model model) {
        model.addAttribute("companyId", Current.company());
        model.addAttribute("retention", retention.get());
        model.addAttribute("countries", countries.choice());
        model.addAttribute("languages", languages.choice());
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_COMPANY));
        if (Current.may(Capability.MANAGE_ACCESS)) {
            model.addAttribute("deletion", deletion.preview());
        }
        return "company/settings";
    }
}

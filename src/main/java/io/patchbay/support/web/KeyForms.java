package io.patchbay.support.web;

import io.patchbay.licensing.KeyAdministration;
import io.patchbay.licensing.Plans;
import io.patchbay.licensing.QuoteView;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.tenancy.CompanyId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The form that issues a key, which stands on two pages. */
@Component
class KeyForms {

    private final Plans plans;
    private final KeyAdministration keys;
    private final CompanyPicker companies;
    private final Identifiers identifiers;
    private final Clock clock;

    KeyForms(Plans plans, KeyAdministration keys, CompanyPicker companies, Identifiers identifiers, Clock clock) {
        this.plans = plans;
        this.keys = keys;
        this.companies = companies;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    KeyForm empty() {
        return form(plans.ofTrials().id(), null, null);
    }

    KeyForm of(QuoteView quote) {
        return form(quote.plan(), quote.devices(), quote.company());
    }

    private KeyForm form(String plan, @Nullable Integer devices, @Nullable UUID company) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new KeyForm(
                identifiers.next(),
                plan,
                devices,
                today,
                today.plusYears(1).minusDays(1),
                companies.text(company),
                null);
    }

    void choices(Model model) {
        model.addAttribute("plans", plans.names());
    }

    /** Issues the key and shows it; null where the form is wrong. */
    @Nullable
    String issue(KeyForm form, BindingResult errors, @Nullable UUID quote, Model model) {
        if (plans.find(form.plan()).isEmpty()) {
            errors.rejectValue("plan", "quote.plan.required");
        }
        if (form.endsBeforeItBegins()) {
            errors.rejectValue("lastDay", "staff.licensing.date.order");
        }
        var company = company(form, errors, model);
        if (errors.hasErrors()) {
            return null;
        }
        var wanted = form.key(company, quote);
        try {
            model.addAttribute("key", keys.issue(wanted));
        } catch (KeyAdministration.UnknownCompanyException e) {
            errors.rejectValue("company", "staff.licensing.company.unknown");
            return null;
        }
        model.addAttribute("issued", keys.get(wanted.id()));
        return "support/key-issued";
    }

    /** The one company that is meant; where several can be, they are offered. */
    private @Nullable CompanyId company(KeyForm form, BindingResult errors, Model model) {
        if (form.chosenCompany() != null) {
            return new CompanyId(form.chosenCompany());
        }
        var found = companies.matching(form.company());
        if (form.company().isBlank()) {
            return null;
        }
        if (found.size() == 1) {
            return found.getFirst().company().id();
        }
        model.addAttribute("companyMatches", found);
        errors.rejectValue("company", "staff.licensing.company." + (found.isEmpty() ? "unknown" : "ambiguous"));
        return null;
    }
}

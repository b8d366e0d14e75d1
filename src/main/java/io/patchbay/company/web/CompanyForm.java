package io.patchbay.company.web;

import io.patchbay.company.model.CompanyDetails;
import io.patchbay.ui.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

public record CompanyForm(
        @CompanyName String name,

        @Pattern(regexp = "[A-Z]{2}", message = "{onboarding.country.required}")
        String country,

        @NotBlank(message = "{onboarding.email.required}") @EmailAddress
        String contactEmail,

        @EmailAddress String billingEmail,

        String appLanguage) {

    public CompanyForm {
        name = name == null ? "" : name.strip();
        country = country == null ? "" : country;
        contactEmail = contactEmail == null ? "" : contactEmail.strip();
        billingEmail = billingEmail == null ? "" : billingEmail.strip();
        appLanguage = appLanguage == null ? "" : appLanguage;
    }

    static CompanyForm of(CompanyDetails general) {
        return new CompanyForm(
                general.name(),
                general.country(),
                general.contactEmail(),
                general.billingEmail(),
                general.appLanguage());
    }

    CompanyDetails general() {
        return new CompanyDetails(name, country, contactEmail, billingEmail, appLanguage);
    }
}

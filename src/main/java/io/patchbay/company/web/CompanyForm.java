package io.patchbay.company.web;

import io.patchbay.company.model.CompanyDetails;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record CompanyForm(
        @NotBlank(message = "{onboarding.name.required}")
        @Size(max = 100, message = "{onboarding.name.tooLong}")
        @Pattern(regexp = "[^@/+\\p{Cntrl}]*", message = "{onboarding.name.characters}")
        String name,

        @Pattern(regexp = "[A-Z]{2}", message = "{onboarding.country.required}")
        String country,

        @NotBlank(message = "{onboarding.email.required}")
        @Email(message = "{onboarding.email.invalid}")
        @Size(max = 254, message = "{onboarding.email.invalid}")
        String contactEmail,

        @Email(message = "{onboarding.email.invalid}") @Size(max = 254, message = "{onboarding.email.invalid}")
        String billingEmail,

        String appLanguage) {

    CompanyForm {
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

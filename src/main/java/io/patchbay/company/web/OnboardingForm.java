package io.patchbay.company.web;

import io.patchbay.company.model.NewCompany;
import io.patchbay.ui.EmailAddress;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

public record OnboardingForm(
        @CompanyName String name,

        @Pattern(regexp = "[A-Z]{2}", message = "{onboarding.country.required}")
        String country,

        @NotBlank(message = "{onboarding.email.required}") @EmailAddress
        String contactEmail,

        @Nullable Boolean supportEvents,

        @AssertTrue(message = "{onboarding.terms.required}") boolean terms) {

    public OnboardingForm {
        name = name == null ? "" : name.strip();
        country = country == null ? "" : country;
        contactEmail = contactEmail == null ? "" : contactEmail.strip();
    }

    NewCompany company() {
        return new NewCompany(name, country, contactEmail, Boolean.TRUE.equals(supportEvents));
    }
}

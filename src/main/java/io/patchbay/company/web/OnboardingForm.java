package io.patchbay.company.web;

import io.patchbay.company.model.NewCompany;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record OnboardingForm(
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

        @Nullable Boolean supportEvents,

        @AssertTrue(message = "{onboarding.terms.required}") boolean terms) {

    OnboardingForm {
        name = name == null ? "" : name.strip();
        country = country == null ? "" : country;
        contactEmail = contactEmail == null ? "" : contactEmail.strip();
    }

    NewCompany company() {
        return new NewCompany(name, country, contactEmail, Boolean.TRUE.equals(supportEvents));
    }
}

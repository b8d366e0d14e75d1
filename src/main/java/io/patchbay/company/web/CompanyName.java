package io.patchbay.company.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The name of a company, as mails and addresses can carry it. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@NotBlank(message = "{onboarding.name.required}")
@Size(max = 100, message = "{onboarding.name.tooLong}")
@Pattern(regexp = "[^@/+\\p{Cntrl}]*", message = "{onboarding.name.characters}")
@interface CompanyName {

    String message() default "{onboarding.name.required}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package io.patchbay.ui;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An email address, or nothing. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Email
@Size(max = 254)
@ReportAsSingleViolation
public @interface EmailAddress {

    String message() default "{onboarding.email.invalid}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package io.patchbay.company.web;

import io.patchbay.company.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record InvitationForm(
        @NotBlank(message = "{onboarding.email.required}")
        @Email(message = "{onboarding.email.invalid}")
        @Size(max = 254, message = "{onboarding.email.invalid}")
        String email,

        @NotNull(message = "{invitation.role.required}") @Nullable
        Role role,

        @Nullable Boolean accessManagement) {

    InvitationForm {
        email = email == null ? "" : email.strip();
        accessManagement = Boolean.TRUE.equals(accessManagement);
    }
}

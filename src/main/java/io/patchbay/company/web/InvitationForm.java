package io.patchbay.company.web;

import io.patchbay.company.Role;
import io.patchbay.ui.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

public record InvitationForm(
        @NotBlank(message = "{onboarding.email.required}") @EmailAddress
        String email,

        @NotNull(message = "{invitation.role.required}") @Nullable
        Role role,

        @Nullable Boolean accessManagement) {

    public InvitationForm {
        email = email == null ? "" : email.strip();
        accessManagement = Boolean.TRUE.equals(accessManagement);
    }
}

package io.patchbay.support.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Support asks a company to be let in. */
public record AskForm(
        @NotBlank(message = "{support.ticket.required}") @Size(max = 60, message = "{support.ticket.long}")
        String ticket,

        @NotBlank(message = "{support.reason.required}") @Size(max = 500, message = "{support.reason.long}")
        String reason) {

    public AskForm {
        ticket = ticket == null ? "" : ticket.strip();
        reason = reason == null ? "" : reason.strip();
    }
}

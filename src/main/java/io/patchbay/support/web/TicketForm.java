package io.patchbay.support.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The ticket for which a visit begins. */
public record TicketForm(
        @NotBlank(message = "{support.ticket.required}") @Size(max = 60, message = "{support.ticket.long}")
        String number) {

    public TicketForm {
        number = number == null ? "" : number.strip();
    }
}

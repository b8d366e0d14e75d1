package io.patchbay.licensing.web;

import io.patchbay.licensing.quote.NewQuote;
import io.patchbay.ui.EmailAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public record QuoteForm(
        @NotBlank(message = "{quote.company.required}") @Size(max = 100, message = "{quote.tooLong}")
        String company,

        @NotBlank(message = "{quote.contact.required}") @Size(max = 100, message = "{quote.tooLong}")
        String contact,

        @NotBlank(message = "{quote.email.required}") @EmailAddress(message = "{quote.email.invalid}")
        String email,

        @NotNull(message = "{license.devices.required}")
        @Min(value = 1, message = "{license.devices.range}")
        @Max(value = 1_000_000, message = "{license.devices.range}")
        @Nullable
        Integer devices,

        String plan,

        @Size(max = 2_000, message = "{quote.message.tooLong}")
        String message) {

    public QuoteForm {
        company = company == null ? "" : company.strip();
        contact = contact == null ? "" : contact.strip();
        email = email == null ? "" : email.strip();
        plan = plan == null ? "" : plan;
        message = message == null ? "" : message.strip();
    }

    NewQuote quote() {
        return new NewQuote(company, contact, email, Objects.requireNonNull(devices), plan, message);
    }
}

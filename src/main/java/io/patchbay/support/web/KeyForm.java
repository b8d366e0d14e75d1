package io.patchbay.support.web;

import io.patchbay.licensing.NewKey;
import io.patchbay.platform.tenancy.CompanyId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

public record KeyForm(
        @NotNull(message = "{staff.licensing.id.required}") @Nullable
        UUID id,

        String plan,

        @NotNull(message = "{license.devices.required}")
        @Min(value = 1, message = "{license.devices.range}")
        @Max(value = 1_000_000, message = "{license.devices.range}")
        @Nullable
        Integer devices,

        @NotNull(message = "{staff.licensing.date.required}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate firstDay,

        @NotNull(message = "{staff.licensing.date.required}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate lastDay,

        String company,

        @Nullable UUID chosenCompany) {

    public KeyForm {
        plan = plan == null ? "" : plan;
        company = company == null ? "" : company;
    }

    boolean endsBeforeItBegins() {
        return firstDay != null && lastDay != null && lastDay.isBefore(firstDay);
    }

    NewKey key(@Nullable CompanyId forCompany, @Nullable UUID quote) {
        return new NewKey(
                Objects.requireNonNull(id),
                plan,
                Objects.requireNonNull(devices),
                Objects.requireNonNull(firstDay),
                Objects.requireNonNull(lastDay),
                forCompany,
                quote);
    }
}

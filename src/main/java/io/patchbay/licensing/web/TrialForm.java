package io.patchbay.licensing.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

public record TrialForm(
        @NotNull(message = "{license.devices.required}")
        @Min(value = 1, message = "{license.devices.range}")
        @Max(value = 1_000_000, message = "{license.devices.range}")
        @Nullable
        Integer devices,

        @Nullable String plan) {}

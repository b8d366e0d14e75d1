package io.patchbay.environment.web;

import io.patchbay.environment.protection.Protection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** How disconnects are to be protected. */
public record ProtectionForm(
        @Nullable Boolean secondPerson,

        @NotNull(message = "{protection.wait.range}")
        @Min(value = 0, message = "{protection.wait.range}")
        @Max(value = Protection.LONGEST_WAIT, message = "{protection.wait.range}")
        @Nullable
        Integer waitHours) {

    static ProtectionForm of(Protection protection) {
        return new ProtectionForm(protection.secondPerson(), protection.waitHours());
    }

    Protection wanted() {
        return new Protection(Boolean.TRUE.equals(secondPerson), waitHours == null ? 0 : waitHours);
    }
}

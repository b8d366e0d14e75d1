package io.patchbay.environment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

public record EnvironmentForm(
        @NotBlank(message = "{environments.name.required}")
        @Size(max = 100, message = "{environments.name.tooLong}")
        @Pattern(regexp = "\\P{Cntrl}*", message = "{environments.name.characters}")
        String name) {

    public EnvironmentForm {
        name = name == null ? "" : name.strip();
    }
}

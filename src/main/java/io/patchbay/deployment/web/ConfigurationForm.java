package io.patchbay.deployment.web;

import io.patchbay.deployment.management.DeploymentOffers.Commands;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentSpec.CustomDetection;
import io.patchbay.microsoft.intune.ReturnCode;
import io.patchbay.microsoft.intune.ReturnCode.Meaning;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Step 2 of the wizard. */
record ConfigurationForm(
        @NotBlank(message = "{deployments.install.required}") @Size(max = 1024, message = "{deployments.command.long}")
        String install,

        @NotBlank(message = "{deployments.uninstall.required}")
        @Size(max = 1024, message = "{deployments.command.long}")
        String uninstall,

        @Nullable @Size(max = 8000) String pre,
        @Nullable @Size(max = 8000) String post,

        @NotNull(message = "{deployments.detection.required}") @Nullable
        Detection detection,

        @Nullable @Size(max = 500) String folder,
        @Nullable @Size(max = 200) String file,
        @Nullable @Size(max = 8000) String script,

        @Size(max = 1000) String codes,

        @Nullable Set<String> tags,
        @Nullable Set<String> categories,

        @NotNull(message = "{deployments.retain.wrong}")
        @Min(value = 0, message = "{deployments.retain.wrong}")
        @Max(value = DeploymentSpec.RETAIN_AT_MOST, message = "{deployments.retain.wrong}")
        @Nullable
        Integer retain,

        @Nullable Integer change) {

    enum Detection {
        AUTOMATIC,
        FILE,
        SCRIPT
    }

    ConfigurationForm {
        install = install == null ? "" : install.strip();
        uninstall = uninstall == null ? "" : uninstall.strip();
        codes = codes == null ? "" : codes;
        tags = tags == null ? Set.of() : tags;
        categories = categories == null ? Set.of() : categories;
    }

    static ConfigurationForm of(DeploymentSpec spec, Commands usual, int change) {
        var custom = spec.detection();
        return new ConfigurationForm(
                Objects.requireNonNullElse(spec.installCommand(), usual.install()),
                Objects.requireNonNullElse(spec.uninstallCommand(), usual.uninstall()),
                spec.preScript(),
                spec.postScript(),
                custom == null ? Detection.AUTOMATIC : custom.script() == null ? Detection.FILE : Detection.SCRIPT,
                custom == null ? null : custom.folder(),
                custom == null ? null : custom.name(),
                custom == null ? null : custom.script(),
                codes(spec.returnCodes()),
                spec.scopeTags().keySet(),
                spec.categories().keySet(),
                spec.retain(),
                change);
    }

    private static String codes(List<ReturnCode> codes) {
        return codes.stream()
                .map(one -> one.code() + " " + one.meaning().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    /** The codes; empty where a line is none. */
    Optional<List<ReturnCode>> returnCodes() {
        var lines =
                codes.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || lines.size() > 50 || !lines.stream().allMatch(ConfigurationForm::isCode)) {
            return Optional.empty();
        }
        return Optional.of(
                lines.stream().map(ConfigurationForm::code).distinct().toList());
    }

    private static boolean isCode(String line) {
        var parts = line.split("\\s+");
        return parts.length == 2
                && parts[0].matches("-?\\d{1,9}")
                && Arrays.stream(Meaning.values()).anyMatch(one -> one.name().equalsIgnoreCase(parts[1]));
    }

    private static ReturnCode code(String line) {
        var parts = line.split("\\s+");
        return new ReturnCode(Integer.parseInt(parts[0]), Meaning.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    /** What no field can say by itself. */
    void check(Errors errors) {
        if (returnCodes().isEmpty()) {
            errors.rejectValue("codes", "deployments.codes.wrong");
        }
        if (!detectionIsWhole()) {
            errors.rejectValue("detection", "deployments.detection.incomplete");
        }
    }

    private boolean detectionIsWhole() {
        return switch (detection) {
            case FILE -> filled(folder) && filled(file);
            case SCRIPT -> filled(script);
            case AUTOMATIC -> true;
            case null -> true;
        };
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return filled(text) ? text : null;
    }

    @Nullable
    CustomDetection customDetection() {
        return switch (detection) {
            case FILE -> new CustomDetection(orNull(folder), orNull(file), null);
            case SCRIPT -> new CustomDetection(null, null, orNull(script));
            case AUTOMATIC -> null;
            case null -> null;
        };
    }

    @Nullable
    String preScript() {
        return orNull(pre);
    }

    @Nullable
    String postScript() {
        return orNull(post);
    }

    /** The command, null where it is the usual one. */
    static @Nullable String unusual(String command, String usual) {
        return command.equals(usual) ? null : command;
    }
}

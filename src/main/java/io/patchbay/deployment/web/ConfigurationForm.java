package io.patchbay.deployment.web;

import io.patchbay.catalog.ExitCode;
import io.patchbay.deployment.management.ManifestFacts;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentSpec.Rollout;
import io.patchbay.deployment.model.Detection;
import io.patchbay.deployment.model.InstallCommands;
import io.patchbay.microsoft.intune.ReturnCode;
import io.patchbay.microsoft.intune.ReturnCode.Meaning;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Step 2 of the wizard. */
public record ConfigurationForm(
        @NotBlank(message = "{deployments.install.required}") @Size(max = 1024, message = "{deployments.command.long}")
        String install,

        @NotBlank(message = "{deployments.uninstall.required}")
        @Size(max = 1024, message = "{deployments.command.long}")
        String uninstall,

        @Nullable @Size(max = 8000) String pre,
        @Nullable @Size(max = 8000) String post,

        @NotNull(message = "{deployments.detection.required}")
        Detection.@Nullable DetectionKind detection,

        @Nullable Boolean updatesItself,

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

        @Nullable Boolean rollout,
        @Nullable Boolean supersede,
        @Nullable Boolean allowUninstall,

        @Nullable @Size(max = JUSTIFICATION_AT_MOST, message = "{deployments.justification.long}")
        String justification,

        @Nullable Set<String> requires,

        @Nullable Integer change) {

    private static final int JUSTIFICATION_AT_MOST = 1000;

    public ConfigurationForm {
        install = install == null ? "" : install.strip();
        uninstall = uninstall == null ? "" : uninstall.strip();
        codes = codes == null ? "" : codes;
        tags = tags == null ? Set.of() : tags;
        categories = categories == null ? Set.of() : categories;
        requires = requires == null ? Set.of() : requires;
    }

    static ConfigurationForm of(DeploymentSpec spec, ManifestFacts usual, boolean updatesItself, int change) {
        var commands = spec.commands();
        var file = spec.detection() instanceof Detection.ByFile byFile ? byFile : null;
        return new ConfigurationForm(
                Objects.requireNonNullElse(commands.install(), usual.install()),
                Objects.requireNonNullElse(commands.uninstall(), usual.uninstall()),
                commands.preScript(),
                commands.postScript(),
                spec.detection().kind(),
                spec.detection() instanceof Detection.Automatic(var chosen) && chosen != null ? chosen : updatesItself,
                file == null ? null : file.folder(),
                file == null ? null : file.name(),
                spec.detection() instanceof Detection.ByScript(var script) ? script : null,
                codes(spec.returnCodes().isEmpty() ? usual.returnCodes() : spec.returnCodes()),
                spec.scopeTags().keySet(),
                spec.categories().keySet(),
                spec.retain(),
                true,
                spec.rollout().supersede(),
                spec.rollout().allowUninstall(),
                spec.rollout().justification(),
                spec.rollout().requires().keySet(),
                change);
    }

    private static String codes(List<ReturnCode> codes) {
        return codes.stream()
                .map(one -> one.code() + " " + one.meaning().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    /** The codes in the order of their numbers; empty where a line is none. */
    Optional<List<ReturnCode>> returnCodes() {
        var lines =
                codes.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || lines.size() > 50 || !lines.stream().allMatch(ConfigurationForm::isCode)) {
            return Optional.empty();
        }
        return Optional.of(lines.stream()
                .map(ConfigurationForm::code)
                .distinct()
                .sorted(Comparator.comparing(ReturnCode::code))
                .toList());
    }

    private static boolean isCode(String line) {
        var parts = line.split("\\s+");
        return parts.length == 2
                && ExitCode.parse(parts[0]).isPresent()
                && Arrays.stream(Meaning.values()).anyMatch(one -> one.name().equalsIgnoreCase(parts[1]));
    }

    private static ReturnCode code(String line) {
        var parts = line.split("\\s+");
        return new ReturnCode(
                ExitCode.parse(parts[0]).orElseThrow(), Meaning.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    /** The codes as far as they are other than the usual ones, of a form that {@link #check} found nothing wrong with. */
    List<ReturnCode> returnCodes(ManifestFacts usual) {
        var wanted = returnCodes().orElseThrow();
        return Set.copyOf(wanted).equals(Set.copyOf(usual.returnCodes())) ? List.of() : wanted;
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

    boolean detectionIsWhole() {
        return switch (detection) {
            case FILE -> filled(folder) && filled(file);
            case SCRIPT -> filled(script);
            case AUTOMATIC, MARKER -> true;
            case null -> true;
        };
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return filled(text) ? text : null;
    }

    /**
     * How it is detected, of a form that {@link #check} found nothing wrong with.
     *
     * @param knownToUpdateItself whether the application is on the list of those that do; only what differs is kept
     */
    Detection chosenDetection(boolean knownToUpdateItself) {
        return switch (Objects.requireNonNull(detection)) {
            case FILE -> new Detection.ByFile(Objects.requireNonNull(folder), Objects.requireNonNull(file));
            case SCRIPT -> new Detection.ByScript(Objects.requireNonNull(script));
            case MARKER -> new Detection.ByMarker();
            case AUTOMATIC -> {
                var chosen = Boolean.TRUE.equals(updatesItself);
                yield new Detection.Automatic(chosen == knownToUpdateItself ? null : chosen);
            }
        };
    }

    /**
     * How versions follow each other; as before for a form that does not ask.
     *
     * @param offered what can be required, names by identifier
     */
    Rollout rollout(Rollout before, Map<String, String> offered) {
        return Boolean.TRUE.equals(rollout)
                ? new Rollout(
                        Boolean.TRUE.equals(supersede),
                        Boolean.TRUE.equals(allowUninstall),
                        orNull(justification),
                        chosen(requires, offered))
                : before;
    }

    /** Those of the identifiers that are on offer. */
    static Map<String, String> chosen(@Nullable Set<String> ids, Map<String, String> offered) {
        var named = new LinkedHashMap<String, String>();
        offered.forEach((id, name) -> {
            if (ids != null && ids.contains(id)) {
                named.put(id, name);
            }
        });
        return named;
    }

    /** The commands, as far as they are other than the usual ones. */
    InstallCommands commands(ManifestFacts usual) {
        return new InstallCommands(
                install.equals(usual.install()) ? null : install,
                uninstall.equals(usual.uninstall()) ? null : uninstall,
                orNull(pre),
                orNull(post));
    }
}

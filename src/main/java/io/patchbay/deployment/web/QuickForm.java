package io.patchbay.deployment.web;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.deployment.assignment.AssignmentRow;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.quick.DeploymentTemplate;
import io.patchbay.deployment.quick.QuickDefaults;
import io.patchbay.deployment.quick.QuickPlanner;
import io.patchbay.platform.problem.InvalidRequestException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page on which several applications are deployed.
 *
 * @param app the identifiers of the applications
 * @param template the template that is chosen in its list
 * @param name by which the settings are to be kept
 * @param seen fingerprints of the exceptions that were shown before it was confirmed, with spaces between them
 * @param quick tells a confirmation from others, so that it counts once
 */
public record QuickForm(
        @Nullable List<String> app,
        @Nullable List<UUID> environment,
        @Nullable Architecture architecture,
        @Nullable InstallScope scope,
        @Nullable @Size(max = 64) String language,

        @NotNull(message = "{deployments.ring.wrong}")
        @Min(value = 0, message = "{deployments.ring.wrong}")
        @Max(value = VersionChoice.RING_AT_MOST, message = "{deployments.ring.wrong}")
        @Nullable
        Integer ring,

        @NotNull(message = "{deployments.retain.wrong}")
        @Min(value = 0, message = "{deployments.retain.wrong}")
        @Max(value = DeploymentSpec.RETAIN_AT_MOST, message = "{deployments.retain.wrong}")
        @Nullable
        Integer retain,

        @Nullable Boolean requires,
        @Nullable UUID template,

        @Nullable @Size(max = DeploymentTemplate.NAME_AT_MOST, message = "{templates.name.long}")
        String name,

        @Nullable Boolean toNobody,
        @Nullable String seen,
        @Nullable UUID quick) {

    public QuickForm {
        name = name == null ? "" : name.strip();
        language = language == null || language.isBlank() ? null : language;
    }

    /** A form with nothing but what is proposed. */
    static QuickForm of(List<AppId> apps, List<UUID> environments) {
        return new QuickForm(
                apps.stream().map(AppId::value).toList(),
                environments,
                null,
                null,
                null,
                0,
                0,
                true,
                null,
                "",
                null,
                null,
                null);
    }

    /** The same filled from a template. */
    QuickForm filled(DeploymentTemplate template) {
        var defaults = template.defaults();
        return new QuickForm(
                app,
                List.copyOf(defaults.environments()),
                defaults.architecture(),
                defaults.scope(),
                defaults.language(),
                defaults.ringDays(),
                defaults.retain(),
                defaults.requires(),
                template.id(),
                "",
                null,
                null,
                null);
    }

    /**
     * The applications, each once.
     *
     * @throws InvalidRequestException where one is none, or there are too many
     */
    List<AppId> apps() {
        return apps(app);
    }

    static List<AppId> apps(@Nullable List<String> wanted) {
        var apps = (wanted == null ? List.<String>of() : wanted)
                .stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(text -> AppId.parse(text)
                                .orElseThrow(() -> new InvalidRequestException("problem.parameter", "app")))
                        .toList();
        if (apps.size() > QuickPlanner.APPS_AT_MOST) {
            throw new InvalidRequestException("quick.tooMany", QuickPlanner.APPS_AT_MOST);
        }
        return apps;
    }

    /** Those that are chosen, each once. */
    public Set<UUID> environments() {
        return new LinkedHashSet<>(environment == null ? List.of() : environment);
    }

    /** Whether that exception was shown before. */
    boolean saw(String fingerprint) {
        return seen != null && List.of(seen.split(" ")).contains(fingerprint);
    }

    QuickDefaults defaults(List<AssignmentRow> rows) {
        return new QuickDefaults(
                new LinkedHashSet<>(environments()),
                architecture,
                scope,
                language,
                Objects.requireNonNullElse(ring, 0),
                Objects.requireNonNullElse(retain, 0),
                Boolean.TRUE.equals(requires),
                rows.stream().filter(row -> !row.untouched()).toList());
    }
}

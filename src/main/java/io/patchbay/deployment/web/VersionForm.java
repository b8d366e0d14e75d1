package io.patchbay.deployment.web;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 1 of the wizard.
 *
 * @param policy {@code LATEST} or {@code FIXED}
 * @param kind architecture and scope, as {@code X64/MACHINE} or {@code X64/}
 */
record VersionForm(
        @Nullable UUID environment,
        @Nullable @Size(max = 128) String app,
        @Nullable Policy policy,
        @Nullable @Size(max = 128) String version,

        @NotNull(message = "{deployments.ring.wrong}")
        @Min(value = 0, message = "{deployments.ring.wrong}")
        @Max(value = VersionChoice.RING_AT_MOST, message = "{deployments.ring.wrong}")
        @Nullable
        Integer ring,

        @NotNull(message = "{deployments.kind.required}") @Nullable @Size(max = 30)
        String kind,

        @Nullable Integer change) {

    enum Policy {
        LATEST,
        FIXED
    }

    static VersionForm of(UUID environment, String app, @Nullable String kind) {
        return new VersionForm(environment, app, Policy.LATEST, null, 0, kind, 0);
    }

    static VersionForm of(String app, UUID environment, DeploymentSpec spec, int change) {
        return new VersionForm(
                environment,
                app,
                spec.fixedVersion() == null ? Policy.LATEST : Policy.FIXED,
                spec.fixedVersion(),
                spec.ringDays(),
                kind(spec.installer()),
                change);
    }

    static String kind(InstallerChoice installer) {
        var scope = installer.scope();
        return installer.architecture().name() + "/" + (scope == null ? "" : scope.name());
    }

    /** Which versions are wanted; the latest where none is named. */
    VersionChoice choice() {
        return policy == Policy.FIXED && version != null
                ? new VersionChoice.Fixed(version)
                : new VersionChoice.Latest(Objects.requireNonNullElse(ring, 0));
    }

    /** Which installer is wanted, of a form that names one on offer. */
    InstallerChoice installer() {
        var parts = Objects.requireNonNull(kind).split("/", 2);
        return new InstallerChoice(
                Architecture.valueOf(parts[0]), parts[1].isEmpty() ? null : InstallScope.valueOf(parts[1]));
    }
}

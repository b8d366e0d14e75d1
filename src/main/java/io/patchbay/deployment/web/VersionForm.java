package io.patchbay.deployment.web;

import io.patchbay.deployment.management.DeploymentOffer;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 1 of the wizard.
 *
 * @param policy {@code LATEST} or {@code FIXED}
 * @param kind architecture and scope, as {@code X64/MACHINE} or {@code X64/}
 * @param language a BCP 47 tag; empty for none in particular
 */
public record VersionForm(
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

        @Nullable @Size(max = 64) String language,
        @Nullable Integer change) {

    public enum Policy {
        LATEST,
        FIXED
    }

    static VersionForm of(UUID environment, String app, @Nullable InstallerChoice proposed) {
        return new VersionForm(
                environment,
                app,
                Policy.LATEST,
                null,
                0,
                proposed == null ? null : kind(proposed),
                proposed == null ? null : proposed.language(),
                0);
    }

    static VersionForm of(String app, UUID environment, DeploymentSpec spec, int change) {
        return new VersionForm(
                environment,
                app,
                spec.fixedVersion() == null ? Policy.LATEST : Policy.FIXED,
                spec.fixedVersion(),
                spec.ringDays(),
                kind(spec.installer()),
                spec.language(),
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

    /** Which of the installers on offer is wanted; empty where there is none of that kind in that language. */
    Optional<InstallerChoice> installer(DeploymentOffer offer) {
        return offer.kinds().stream()
                .filter(one -> kind(one).equals(kind))
                .findFirst()
                .flatMap(one -> offer.choice(one, language));
    }
}
